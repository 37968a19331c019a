package zeroone.tasks.jugs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.path.PathPuzzle;
import zeroone.tasks.path.Step;
import zeroone.tasks.puzzle.AnswerText;

/** Jugs with capacities and amounts. A state packs the amounts, five bits each, the first jug lowest. */
final class JugsPuzzle implements PathPuzzle<Integer> {
    private static final int BITS = 5;

    private final List<String> names;
    private final int[] capacities;
    private final int[] amounts;
    private final int target;
    private final int mostMoves;

    JugsPuzzle(List<String> names, int[] capacities, int[] amounts, int target, int mostMoves) {
        this.names = List.copyOf(names);
        this.capacities = capacities.clone();
        this.amounts = amounts.clone();
        this.target = target;
        this.mostMoves = mostMoves;
    }

    /** The same jugs with another number of moves allowed. */
    JugsPuzzle withMoves(int moves) {
        return new JugsPuzzle(names, capacities, amounts, target, moves);
    }

    @Override
    public Integer start() {
        int state = 0;
        for (int jug = 0; jug < amounts.length; jug++) {
            state |= amounts[jug] << BITS * jug;
        }
        return state;
    }

    @Override
    public boolean solved(Integer state) {
        for (int jug = 0; jug < amounts.length; jug++) {
            if (amount(state, jug) == target) {
                return true;
            }
        }
        return false;
    }

    /** Moves that change nothing are left out, though an answer may make them. */
    @Override
    public List<Step<Integer>> steps(Integer state) {
        List<Step<Integer>> steps = new ArrayList<>();
        for (int jug = 0; jug < amounts.length; jug++) {
            String name = names.get(jug);
            add(steps, state, "fill " + name, set(state, jug, capacities[jug]));
            add(steps, state, "empty " + name, set(state, jug, 0));
            for (int other = 0; other < amounts.length; other++) {
                if (other != jug) {
                    add(steps, state, "pour " + name + " " + names.get(other), pour(state, jug, other));
                }
            }
        }
        return steps;
    }

    @Override
    public Optional<Integer> after(Integer state, String move) {
        List<String> words = AnswerText.words(move);
        int jug = words.size() < 2 ? -1 : names.indexOf(words.get(1));
        int other = words.size() < 3 ? -1 : names.indexOf(words.get(2));
        if (jug < 0) {
            return Optional.empty();
        }
        return switch (words.getFirst()) {
            case "fill" -> words.size() == 2 ? Optional.of(set(state, jug, capacities[jug])) : Optional.empty();
            case "empty" -> words.size() == 2 ? Optional.of(set(state, jug, 0)) : Optional.empty();
            case "pour" ->
                words.size() == 3 && other >= 0 && other != jug
                        ? Optional.of(pour(state, jug, other))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public String written(Integer state) {
        StringJoiner written = new StringJoiner("-");
        for (int jug = 0; jug < amounts.length; jug++) {
            written.add("" + amount(state, jug));
        }
        return written.toString();
    }

    @Override
    public boolean isState(String word) {
        return word.indexOf('-') > 0 && word.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    @Override
    public int mostMoves() {
        return mostMoves;
    }

    @Override
    public boolean fewestWanted() {
        return false;
    }

    @Override
    public String canonicalForm() {
        return IntStream.range(0, amounts.length)
                .mapToObj(jug -> (char) ('a' + capacities[jug]) + "" + amounts[jug])
                .sorted()
                .collect(Collectors.joining(" ", "", " = " + target));
    }

    @Override
    public String prompt() {
        StringJoiner jugs = new StringJoiner(", ");
        for (int jug = 0; jug < amounts.length; jug++) {
            jugs.add("jug " + names.get(jug) + " holds " + capacities[jug] + " litres and has " + amounts[jug]
                    + " in it");
        }
        String first = names.get(0);
        String second = names.get(1);
        return "Measure " + target + " litres: in the end one jug must have exactly that in it. At first " + jugs
                + ". Moves: fill " + first + " (to the brim), empty " + first + " (entirely), pour " + first + " "
                + second
                + " (until " + first + " is empty or " + second
                + " is full), likewise for other jugs. Answer with at most "
                + mostMoves + " moves in order, in the form fill " + first + ", pour " + first + " " + second + ".";
    }

    @Override
    public ObjectNode data() {
        StringJoiner jugs = new StringJoiner(", ");
        for (int jug = 0; jug < amounts.length; jug++) {
            jugs.add(names.get(jug) + " " + capacities[jug] + " " + amounts[jug]);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("jugs", jugs.toString())
                .put("target", target)
                .put("moves", mostMoves);
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("jugs", names.size());
        axes.put("largest capacity", IntStream.of(capacities).max().orElseThrow());
        return axes;
    }

    private static void add(List<Step<Integer>> steps, int state, String move, int next) {
        if (next != state) {
            steps.add(new Step<>(move, next));
        }
    }

    private int pour(int state, int jug, int other) {
        int poured = Math.min(amount(state, jug), capacities[other] - amount(state, other));
        return set(set(state, jug, amount(state, jug) - poured), other, amount(state, other) + poured);
    }

    private static int amount(int state, int jug) {
        return state >> BITS * jug & (1 << BITS) - 1;
    }

    private static int set(int state, int jug, int amount) {
        return state & ~((1 << BITS) - 1 << BITS * jug) | amount << BITS * jug;
    }
}
