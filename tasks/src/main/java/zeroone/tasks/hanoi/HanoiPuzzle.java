package zeroone.tasks.hanoi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.path.PathPuzzle;
import zeroone.tasks.path.Step;

/** Discs on three pegs. A state packs the peg of each disc, two bits each, the smallest disc lowest. */
final class HanoiPuzzle implements PathPuzzle<Integer> {
    static final int PEGS = 3;

    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private final int discs;
    private final int start;
    private final int goal;
    private final int mostMoves;

    HanoiPuzzle(int discs, int start, int goal, int mostMoves) {
        this.discs = discs;
        this.start = start;
        this.goal = goal;
        this.mostMoves = mostMoves;
    }

    /** The same positions with another number of moves allowed. */
    HanoiPuzzle withMoves(int moves) {
        return new HanoiPuzzle(discs, start, goal, moves);
    }

    @Override
    public Integer start() {
        return start;
    }

    @Override
    public boolean solved(Integer state) {
        return state == goal;
    }

    @Override
    public List<Step<Integer>> steps(Integer state) {
        List<Step<Integer>> steps = new ArrayList<>(PEGS);
        for (int from = 0; from < PEGS; from++) {
            for (int to = 0; to < PEGS; to++) {
                int next = moved(state, from, to);
                if (next >= 0) {
                    steps.add(new Step<>(name(from) + " " + name(to), next));
                }
            }
        }
        return steps;
    }

    @Override
    public Optional<Integer> after(Integer state, String move) {
        boolean wellFormed = move.length() == 3 && move.charAt(1) == ' ';
        int from = wellFormed ? move.charAt(0) - 'a' : -1;
        int to = wellFormed ? move.charAt(2) - 'a' : -1;
        boolean pegs = from >= 0 && from < PEGS && to >= 0 && to < PEGS;
        int next = pegs ? moved(state, from, to) : -1;
        return next < 0 ? Optional.empty() : Optional.of(next);
    }

    /** The pegs one after the other, each with its discs from the bottom up: {@code a421b3c}. */
    @Override
    public String written(Integer state) {
        return "a" + stack(state, 0, "") + "b" + stack(state, 1, "") + "c" + stack(state, 2, "");
    }

    @Override
    public boolean isState(String word) {
        int b = word.indexOf('b');
        int c = word.indexOf('c');
        return word.startsWith("a")
                && 0 < b
                && b < c
                && word.chars()
                        .allMatch(letter -> (letter >= 'a' && letter <= 'c') || (letter >= '1' && letter <= '9'));
    }

    @Override
    public int mostMoves() {
        return mostMoves;
    }

    @Override
    public boolean fewestWanted() {
        return false;
    }

    /** The least of the six forms that renaming the pegs makes. */
    @Override
    public String canonicalForm() {
        String least = "";
        for (int[] order : ORDERS) {
            StringBuilder form = new StringBuilder();
            for (int disc = 0; disc < discs; disc++) {
                form.append(order[peg(start, disc)])
                        .append(order[peg(goal, disc)])
                        .append(' ');
            }
            String text = form.toString().strip();
            least = least.isEmpty() || text.compareTo(least) < 0 ? text : least;
        }
        return least;
    }

    @Override
    public String prompt() {
        return "Discs 1 (smallest) to " + discs + " (largest) lie on pegs a, b, c, from the bottom up: " + told(start)
                + ". A move takes the top disc of one peg to another that is empty or has a larger disc on top. Get to: "
                + told(goal) + ". Answer with at most " + mostMoves
                + " moves in order, in the form a c, b a, that is from a to c, then from b to a.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("start", pegs(start))
                .put("goal", pegs(goal))
                .put("moves", mostMoves);
    }

    /** The largest disc that is not on its peg yet. */
    @Override
    public int glance(Integer state) {
        int disc = discs;
        while (disc > 0 && peg(state, disc - 1) == peg(goal, disc - 1)) {
            disc--;
        }
        return disc;
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("discs", discs);
        return axes;
    }

    /** The state after a move; -1 if it is not legal. */
    private int moved(int state, int from, int to) {
        int top = top(state, from);
        return from == to || top == discs || top > top(state, to) ? -1 : state & ~(3 << 2 * top) | to << 2 * top;
    }

    /** The smallest disc on a peg; the number of discs if it is empty. */
    private int top(int state, int peg) {
        int disc = 0;
        while (disc < discs && peg(state, disc) != peg) {
            disc++;
        }
        return disc;
    }

    private String stack(int state, int peg, String separator) {
        StringJoiner stack = new StringJoiner(separator);
        for (int disc = discs - 1; disc >= 0; disc--) {
            if (peg(state, disc) == peg) {
                stack.add("" + (disc + 1));
            }
        }
        return stack.toString();
    }

    private String told(int state) {
        StringJoiner told = new StringJoiner(", ");
        for (int peg = 0; peg < PEGS; peg++) {
            String stack = stack(state, peg, " ");
            told.add(name(peg) + " has " + (stack.isEmpty() ? "none" : stack));
        }
        return told.toString();
    }

    /** The peg of each disc, the smallest first. */
    private String pegs(int state) {
        StringBuilder pegs = new StringBuilder();
        for (int disc = 0; disc < discs; disc++) {
            pegs.append(name(peg(state, disc)));
        }
        return pegs.toString();
    }

    private static int peg(int state, int disc) {
        return state >> 2 * disc & 3;
    }

    private static String name(int peg) {
        return String.valueOf((char) ('a' + peg));
    }
}
