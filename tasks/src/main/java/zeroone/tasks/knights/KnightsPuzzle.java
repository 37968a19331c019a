package zeroone.tasks.knights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.constraint.ConstraintPuzzle;
import zeroone.tasks.graph.CanonicalOrder;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.WrongAnswer;

/** One statement of each person, in the order of the people. Value 0 is knave, 1 is knight. */
final class KnightsPuzzle implements ConstraintPuzzle {
    private static final List<String> KINDS = List.of("knave", "knight");

    private final List<String> names;
    private final List<Statement> statements;

    KnightsPuzzle(List<String> names, List<Statement> statements) {
        this.names = List.copyOf(names);
        this.statements = List.copyOf(statements);
    }

    @Override
    public List<String> variables() {
        return names;
    }

    @Override
    public List<String> values() {
        return KINDS;
    }

    /** The first person whose statement, all of whose people are known, does not fit. */
    @Override
    public String objection(int[] assignment, int variable, int value) {
        int before = assignment[variable];
        assignment[variable] = value;
        String objection = "";
        for (Statement statement : statements) {
            boolean known = assignment[statement.speaker()] != OPEN
                    && assignment[statement.first()] != OPEN
                    && assignment[statement.second()] != OPEN;
            if (known && !statement.fits(assignment)) {
                objection = names.get(statement.speaker());
                break;
            }
        }
        assignment[variable] = before;
        return objection;
    }

    @Override
    public String written(int[] assignment) {
        StringJoiner pairs = new StringJoiner(", ");
        for (int person = 0; person < assignment.length; person++) {
            pairs.add(names.get(person) + " " + KINDS.get(assignment[person]));
        }
        return pairs.toString();
    }

    @Override
    public int[] assignment(String answer) throws WrongAnswer {
        return AnswerText.pairs(answer, names, KINDS);
    }

    @Override
    public String canonicalForm() {
        int[] colours = new int[names.size()];
        List<CanonicalOrder.Edge> edges = new ArrayList<>();
        for (Statement statement : statements) {
            Claim claim = statement.claim();
            colours[statement.speaker()] = claim.ordinal();
            edges.add(new CanonicalOrder.Edge(statement.speaker(), statement.first(), 0));
            if (claim.people() == 2) {
                edges.add(new CanonicalOrder.Edge(
                        statement.speaker(), statement.second(), claim == Claim.IMPLIES ? 1 : 0));
            }
        }
        int[] places = CanonicalOrder.of(colours, edges);
        return statements.stream()
                .map(statement -> {
                    int first = places[statement.first()];
                    int second = places[statement.second()];
                    boolean ordered = statement.claim() == Claim.IMPLIES || first < second;
                    return places[statement.speaker()] + " " + statement.claim().code() + " "
                            + (ordered ? first : second) + " " + (ordered ? second : first);
                })
                .sorted()
                .collect(Collectors.joining("; "));
    }

    @Override
    public String prompt() {
        StringJoiner said = new StringJoiner(". ");
        for (Statement statement : statements) {
            said.add(names.get(statement.speaker()) + " says: "
                    + statement.claim().said(names.get(statement.first()), names.get(statement.second())));
        }
        return "A knight always tells the truth, a knave always lies. " + String.join(", ", names)
                + " are each a knight or a knave. " + said + ". Answer in the form " + names.get(0) + " knight, "
                + names.get(1) + " knave, each once.";
    }

    @Override
    public ObjectNode data() {
        StringJoiner list = new StringJoiner(", ");
        for (Statement statement : statements) {
            String about = names.get(statement.first())
                    + (statement.claim().people() == 2 ? " " + names.get(statement.second()) : "");
            list.add(names.get(statement.speaker()) + " " + statement.claim().code() + " " + about);
        }
        return JsonNodeFactory.instance.objectNode().put("statements", list.toString());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("people", names.size());
        axes.put("statements about two", (int) statements.stream()
                .filter(statement -> statement.claim().people() == 2)
                .count());
        return axes;
    }
}
