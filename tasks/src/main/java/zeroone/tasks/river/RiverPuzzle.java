package zeroone.tasks.river;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.graph.CanonicalOrder;
import zeroone.tasks.path.PathPuzzle;
import zeroone.tasks.path.Step;

/** Things with weights, a boat with a limit, and pairs that may not be on a bank without you. */
final class RiverPuzzle implements PathPuzzle<RiverState> {
    private static final String EMPTY = "empty";

    private final List<String> names;
    private final int[] weights;
    private final int limit;
    private final List<Conflict> conflicts;
    private final int mostMoves;

    /** Two things that may not be left together. */
    record Conflict(int one, int other) {}

    RiverPuzzle(List<String> names, int[] weights, int limit, List<Conflict> conflicts, int mostMoves) {
        this.names = List.copyOf(names);
        this.weights = weights.clone();
        this.limit = limit;
        this.conflicts = List.copyOf(conflicts);
        this.mostMoves = mostMoves;
    }

    /** The same crossing with another number of crossings allowed. */
    RiverPuzzle withMoves(int moves) {
        return new RiverPuzzle(names, weights, limit, conflicts, moves);
    }

    @Override
    public RiverState start() {
        return new RiverState(all(), true);
    }

    @Override
    public boolean solved(RiverState state) {
        return state.left() == 0 && !state.boatLeft();
    }

    @Override
    public List<Step<RiverState>> steps(RiverState state) {
        List<Step<RiverState>> steps = new ArrayList<>();
        int here = state.boatLeft() ? state.left() : all() & ~state.left();
        for (int load = 0; load <= here; load++) {
            if ((load & ~here) == 0) {
                Optional<RiverState> next = cross(state, load);
                if (next.isPresent()) {
                    steps.add(new Step<>(named(load), next.get()));
                }
            }
        }
        return steps;
    }

    /** The letters of a load may come in any order. */
    @Override
    public Optional<RiverState> after(RiverState state, String move) {
        int load = 0;
        if (!move.equals(EMPTY)) {
            for (String name : move.split("\\+", -1)) {
                int item = names.indexOf(name);
                if (item < 0 || (load & 1 << item) != 0) {
                    return Optional.empty();
                }
                load |= 1 << item;
            }
        }
        return cross(state, load);
    }

    @Override
    public String written(RiverState state) {
        return letters(state.left(), "") + (state.boatLeft() ? '<' : '>') + letters(all() & ~state.left(), "");
    }

    @Override
    public boolean isState(String word) {
        return word.indexOf('<') >= 0 || word.indexOf('>') >= 0;
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
        List<CanonicalOrder.Edge> edges = new ArrayList<>();
        for (Conflict conflict : conflicts) {
            edges.add(new CanonicalOrder.Edge(conflict.one(), conflict.other(), 0));
            edges.add(new CanonicalOrder.Edge(conflict.other(), conflict.one(), 0));
        }
        int[] places = CanonicalOrder.of(weights, edges);
        int[] sorted = new int[weights.length];
        for (int item = 0; item < weights.length; item++) {
            sorted[places[item]] = weights[item];
        }
        StringJoiner form = new StringJoiner(" ", limit + ": ", "");
        IntStream.of(sorted).forEach(weight -> form.add("" + weight));
        conflicts.stream()
                .map(conflict -> Math.min(places[conflict.one()], places[conflict.other()]) + "-"
                        + Math.max(places[conflict.one()], places[conflict.other()]))
                .sorted()
                .forEach(form::add);
        return form.toString();
    }

    @Override
    public String prompt() {
        return "You must bring " + String.join(", ", names)
                + " from the left bank of a river to the right bank. They weigh "
                + weighed() + "; your boat carries you and a load of up to " + limit + ". On a bank without you,"
                + (conflicts.isEmpty() ? " everything is safe" : " these may not be together: " + pairs())
                + ". Answer with the loads of all crossings, there and back, in order, in the form "
                + names.get(0) + "+" + names.get(1) + ", " + EMPTY + ", " + names.get(2) + ", with at most " + mostMoves
                + " crossings.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("weights", weighed())
                .put("limit", limit)
                .put("conflicts", pairs())
                .put("moves", mostMoves);
    }

    /** How many things are on the left bank. */
    @Override
    public int glance(RiverState state) {
        return Integer.bitCount(state.left());
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("things", names.size());
        axes.put("conflicts", conflicts.size());
        return axes;
    }

    /** Takes a load, which must be where the boat is, to the other side. */
    private Optional<RiverState> cross(RiverState state, int load) {
        int here = state.boatLeft() ? state.left() : all() & ~state.left();
        int weight = 0;
        for (int left = load; left != 0; left &= left - 1) {
            weight += weights[Integer.numberOfTrailingZeros(left)];
        }
        if ((load & ~here) != 0 || weight > limit) {
            return Optional.empty();
        }
        int behind = here & ~load;
        for (Conflict conflict : conflicts) {
            int both = 1 << conflict.one() | 1 << conflict.other();
            if ((behind & both) == both) {
                return Optional.empty();
            }
        }
        return Optional.of(new RiverState(state.left() ^ load, !state.boatLeft()));
    }

    private int all() {
        return (1 << names.size()) - 1;
    }

    private String named(int load) {
        return load == 0 ? EMPTY : letters(load, "+");
    }

    private String letters(int items, String separator) {
        StringJoiner letters = new StringJoiner(separator);
        for (int left = items; left != 0; left &= left - 1) {
            letters.add(names.get(Integer.numberOfTrailingZeros(left)));
        }
        return letters.toString();
    }

    private String weighed() {
        StringJoiner weighed = new StringJoiner(", ");
        for (int item = 0; item < weights.length; item++) {
            weighed.add(names.get(item) + " " + weights[item]);
        }
        return weighed.toString();
    }

    private String pairs() {
        StringJoiner pairs = new StringJoiner(", ");
        conflicts.forEach(conflict -> pairs.add(names.get(conflict.one()) + "-" + names.get(conflict.other())));
        return pairs.toString();
    }
}
