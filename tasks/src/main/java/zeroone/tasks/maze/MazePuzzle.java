package zeroone.tasks.maze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.path.PathPuzzle;
import zeroone.tasks.path.Step;
import zeroone.tasks.puzzle.AnswerText;
import zeroone.tasks.puzzle.MarkedGrid;

/** A square grid: {@code S} start, {@code G} goal, {@code #} wall. A state is a cell. */
final class MazePuzzle implements PathPuzzle<Integer> {
    static final char START = 'S';
    static final char GOAL = 'G';
    static final char WALL = '#';
    static final char FREE = '.';

    private static final String MOVES = "URDL";

    private final int size;
    private final MarkedGrid grid;
    private final int mostMoves;

    /** The grid has one start and one goal. */
    MazePuzzle(MarkedGrid grid, int mostMoves) {
        size = grid.size();
        this.grid = grid;
        this.mostMoves = mostMoves;
    }

    /** The same maze with another number of moves allowed. */
    MazePuzzle withMoves(int moves) {
        return new MazePuzzle(grid, moves);
    }

    @Override
    public Integer start() {
        return grid.marks().indexOf(START);
    }

    @Override
    public boolean solved(Integer state) {
        return grid.at(state) == GOAL;
    }

    @Override
    public List<Step<Integer>> steps(Integer state) {
        List<Step<Integer>> steps = new ArrayList<>(4);
        for (int move = 0; move < MOVES.length(); move++) {
            int next = next(state, move);
            if (next >= 0) {
                steps.add(new Step<>(MOVES.substring(move, move + 1), next));
            }
        }
        return steps;
    }

    @Override
    public Optional<Integer> after(Integer state, String move) {
        int next = move.length() == 1 && MOVES.contains(move) ? next(state, MOVES.indexOf(move)) : -1;
        return next < 0 ? Optional.empty() : Optional.of(next);
    }

    /** The column as a letter, the row as a number from 1: {@code c4}. */
    @Override
    public String written(Integer state) {
        return "" + (char) ('a' + state % size) + (state / size + 1);
    }

    @Override
    public boolean isState(String word) {
        return word.length() >= 2
                && word.length() <= 3
                && word.charAt(0) >= 'a'
                && word.charAt(0) <= 'z'
                && word.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int mostMoves() {
        return mostMoves;
    }

    @Override
    public boolean fewestWanted() {
        return true;
    }

    @Override
    public String answer(List<String> moves) {
        return String.join(" ", moves);
    }

    @Override
    public List<String> moves(String answer) {
        return AnswerText.words(answer);
    }

    /** The least of the eight grids that turning and mirroring make. */
    @Override
    public String canonicalForm() {
        return grid.leastSymmetric();
    }

    @Override
    public String prompt() {
        return "Go from S to G in as few moves as possible. Walls # are closed. Moves: U up, D down, L left, R right, one"
                + " cell each. Rows from top to bottom: " + grid + ". Answer with the moves in the form R R D.";
    }

    @Override
    public ObjectNode data() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("maze", grid.toString())
                .put("moves", mostMoves);
    }

    /** The distance to the goal as if there were no walls. */
    @Override
    public int glance(Integer state) {
        int goal = grid.marks().indexOf(GOAL);
        return Math.abs(state / size - goal / size) + Math.abs(state % size - goal % size);
    }

    @Override
    public Map<String, Integer> axes() {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("size", size);
        axes.put("walls", grid.count(WALL));
        return axes;
    }

    /** The cell after a move; -1 if a wall or the edge is there. */
    private int next(int cell, int move) {
        int row = cell / size + (move == 0 ? -1 : move == 2 ? 1 : 0);
        int column = cell % size + (move == 1 ? 1 : move == 3 ? -1 : 0);
        boolean open = row >= 0 && row < size && column >= 0 && column < size && grid.at(row * size + column) != WALL;
        return open ? row * size + column : -1;
    }
}
