package zeroone.tasks.satisfiability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.graph.CanonicalOrder;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/**
 * Clauses of three literals. Variable {@code v} is the literal {@code 2 * v}, its negation {@code 2 * v + 1}; value 0 is
 * false, 1 is true.
 */
final class SatisfiabilityPuzzle implements ConstraintPuzzle {
    private static final List<String> VALUES = List.of("false", "true");

    private final List<String> names;
    private final int[][] clauses;

    /** For each variable the clauses that name it. */
    private final int[][] occurrences;

    SatisfiabilityPuzzle(List<String> names, int[][] clauses) {
        this.names = List.copyOf(names);
        this.clauses = clauses;
        int[] counts = new int[names.size()];
        for (int[] clause : clauses) {
            for (int literal : clause) {
                counts[literal / 2]++;
            }
        }
        occurrences = new int[names.size()][];
        for (int variable = 0; variable < counts.length; variable++) {
            occurrences[variable] = new int[counts[variable]];
        }
        for (int clause = clauses.length - 1; clause >= 0; clause--) {
            for (int literal : clauses[clause]) {
                occurrences[literal / 2][--counts[literal / 2]] = clause;
            }
        }
    }

    @Override
    public List<String> variables() {
        return names;
    }

    @Override
    public List<String> values() {
        return VALUES;
    }

    /** The first clause that the value would make false, {@code #1} to {@code #n}. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        for (int clause : occurrences[variable]) {
            boolean fails = true;
            for (int literal : clauses[clause]) {
                int held = literal / 2 == variable ? value : assignment[literal / 2];
                // An even literal fails when its variable is false, an odd one when it is true.
                fails &= held == literal % 2;
            }
            if (fails) {
                return "#" + (clause + 1);
            }
        }
        return "";
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner pairs = new StringJoiner(", ");
        for (int variable = 0; variable < assignment.length; variable++) {
            pairs.add(names.get(variable) + " " + VALUES.get(assignment[variable]));
        }
        return pairs.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        return AnswerText.pairs(answer, names, VALUES);
    }

    /** Equal, too, for problems that differ in which of a variable and its negation is the plain one. */
    @Override
    public String canonicalForm() {
        int literals = 2 * names.size();
        List<CanonicalOrder.Edge> edges = new ArrayList<>();
        for (int literal = 0; literal < literals; literal++) {
            edges.add(new CanonicalOrder.Edge(literal, literal ^ 1, 1));
        }
        int[] colours = new int[literals + clauses.length];
        for (int clause = 0; clause < clauses.length; clause++) {
            colours[literals + clause] = 1;
            for (int literal : clauses[clause]) {
                edges.add(new CanonicalOrder.Edge(literals + clause, literal, 2));
            }
        }
        int[] places = CanonicalOrder.of(colours, edges);
        // Places of literals among the literals alone, two that belong together side by side.
        int[] order = IntStream.range(0, literals)
                .map(literal -> Math.min(places[literal], places[literal ^ 1]) * 1000 + places[literal])
                .toArray();
        int[] sorted = IntStream.of(order).sorted().toArray();
        return Arrays.stream(clauses)
                .map(clause -> IntStream.of(clause)
                        .map(literal -> Arrays.binarySearch(sorted, order[literal]))
                        .sorted()
                        .mapToObj(place -> Integer.toString(place, 36))
                        .collect(Collectors.joining()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public String prompt() {
        StringBuilder list = new StringBuilder();
        for (int clause = 0; clause < clauses.length; clause++) {
            list.append(clause == 0 ? "#" : "; #").append(clause + 1).append(' ');
            for (int i = 0; i < clauses[clause].length; i++) {
                int literal = clauses[clause][i];
                list.append(i == 0 ? "" : " or ")
                        .append(literal % 2 == 0 ? "" : "not ")
                        .append(names.get(literal / 2));
            }
        }
        return "Make each of " + String.join(", ", names) + " true or false so that every one of these is true: " + list
                + ". Answer in the form " + names.get(0) + " true, " + names.get(1) + " false, each once.";
    }

    @Override
    public ObjectNode data() {
        StringJoiner list = new StringJoiner(", ");
        for (int[] clause : clauses) {
            list.add(IntStream.of(clause)
                    .mapToObj(literal -> (literal % 2 == 0 ? "" : "-") + names.get(literal / 2))
                    .collect(Collectors.joining(" ")));
        }
        return JsonNodeFactory.instance.objectNode().put("clauses", list.toString());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("variables", names.size());
        axes.put("clauses", clauses.length);
        return axes;
    }
}
