package zeroone.tasks.sliding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.path.PathPuzzle;
import zeroone.tasks.path.Step;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.MarkedGrid;

/** Eight tiles and a gap. A state is the frame in reading order, {@code 12_453786}. */
final class SlidingPuzzle implements PathPuzzle<String> {
    static final int SIDE = 3;
    static final String GOAL = "12345678_";

    private static final char GAP = '_';

    private final String start;
    private final int mostMoves;

    SlidingPuzzle(String start, int mostMoves) {
        this.start = start;
        this.mostMoves = mostMoves;
    }

    /** The states that one slide leads to, by tile. */
    static List<Step<String>> slides(String state) {
        List<Step<String>> steps = new ArrayList<>(4);
        int gap = state.indexOf(GAP);
        for (int cell = 0; cell < state.length(); cell++) {
            boolean beside = Math.abs(cell / SIDE - gap / SIDE) + Math.abs(cell % SIDE - gap % SIDE) == 1;
            if (beside) {
                char tile = state.charAt(cell);
                steps.add(new Step<>(
                        String.valueOf(tile),
                        state.replace(GAP, '?').replace(tile, GAP).replace('?', tile)));
            }
        }
        return steps;
    }

    @Override
    public String start() {
        return start;
    }

    @Override
    public boolean solved(String state) {
        return state.equals(GOAL);
    }

    @Override
    public List<Step<String>> steps(String state) {
        return slides(state);
    }

    @Override
    public String written(String state) {
        return state.substring(0, 3) + "/" + state.substring(3, 6) + "/" + state.substring(6);
    }

    @Override
    public boolean isState(String word) {
        return word.length() == 11
                && word.charAt(3) == '/'
                && word.charAt(7) == '/'
                && word.chars().allMatch(c -> c == '/' || c == GAP || (c >= '1' && c <= '8'));
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
    public String answer(List<String> moves) {
        return String.join(" ", moves);
    }

    @Override
    public List<String> moves(String answer) {
        return AnswerText.words(answer);
    }

    @Override
    public String canonicalForm() {
        return start;
    }

    @Override
    public String prompt() {
        return "Tiles 1 to 8 and a gap _ in a frame of three rows: " + new MarkedGrid(SIDE, start)
                + ". A move slides a tile beside the gap into it. Get to " + new MarkedGrid(SIDE, GOAL) + " in at most "
                + mostMoves
                + " moves. Answer with the tiles in the order in which they slide, in the form 5 6 3.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("tiles", new MarkedGrid(SIDE, start).toString())
                .put("moves", mostMoves);
    }

    /** Rows and columns that the tiles are away from their places, added up. */
    @Override
    public int glance(String state) {
        int away = 0;
        for (int cell = 0; cell < state.length(); cell++) {
            int place = GOAL.indexOf(state.charAt(cell));
            if (state.charAt(cell) != GAP) {
                away += Math.abs(cell / SIDE - place / SIDE) + Math.abs(cell % SIDE - place % SIDE);
            }
        }
        return away;
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("moves allowed", mostMoves);
        return axes;
    }
}
