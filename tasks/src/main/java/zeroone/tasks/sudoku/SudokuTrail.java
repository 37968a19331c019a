package zeroone.tasks.sudoku;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zeroone.tasks.ThoughtBehaviour;

/** The grid as a thought fills it, and what happened on the way. Sets of digits are bits. */
final class SudokuTrail {
    private final SudokuGrid puzzle;
    private final Optional<SudokuGrid> solution;

    /** Cells filled in, in order. */
    private final List<Integer> filled = new ArrayList<>();

    private final Set<String> taken = new HashSet<>();
    private SudokuGrid grid;
    private int steps;
    private int falseSteps;
    private int backtracks;
    private int revisits;
    private int acceptedRight;
    private int acceptedWrong;
    private int rejectedRight;
    private int rejectedWrong;

    SudokuTrail(SudokuGrid puzzle) {
        this.puzzle = puzzle;
        solution = SudokuSolver.solve(puzzle);
        grid = puzzle;
    }

    SudokuGrid grid() {
        return grid;
    }

    /**
     * A line about one cell that puts a digit down.
     *
     * @param cell the cell looked at, -1 if there is no such cell
     * @param left the digits said to be possible
     * @param target the cell that the digit is put into, -1 if there is no such cell
     * @param placed the digit put down, as a bit
     */
    void look(int cell, int seen, int left, int target, int placed) {
        step(cell + " " + left + " " + target + " " + placed);
        boolean follows = target == cell && (placed & ~left) == 0;
        if (!follows || !leaves(cell, seen, left)) {
            falseSteps++;
        }
        place(target, placed);
    }

    /** A line about one cell that leaves it open. */
    void skip(int cell, int seen, int left) {
        step(cell + " " + left + " skip");
        if (!leaves(cell, seen, left)) {
            falseSteps++;
        }
    }

    /** A line that says that no digit is left for a cell. */
    void stuck(int cell, int seen) {
        step(cell + " stuck");
        if (!sees(cell, seen) || seen != grid.shape().allDigits()) {
            falseSteps++;
        }
        if (leadsToSolution()) {
            rejectedRight++;
        } else {
            rejectedWrong++;
        }
    }

    /** All that was filled in since the given cell is taken back, and another digit put there. */
    void takeBack(int cell, int placed) {
        backtracks++;
        int since = filled.lastIndexOf(cell);
        if (since >= 0) {
            while (filled.size() > since) {
                grid = grid.with(filled.removeLast(), 0);
            }
        }
        step(cell + " again " + placed);
        if (since < 0 || (grid.candidates(cell) & placed) == 0) {
            falseSteps++;
        }
        place(cell, placed);
    }

    /** The notes say that the puzzle is solved. */
    void done() {
        if (solution.isPresent() && grid.equals(solution.get())) {
            acceptedRight++;
        } else {
            acceptedWrong++;
        }
    }

    ThoughtBehaviour behaviour() {
        return new ThoughtBehaviour(
                steps, falseSteps, backtracks, revisits, acceptedRight, acceptedWrong, rejectedRight, rejectedWrong);
    }

    private void step(String line) {
        steps++;
        if (!taken.add(grid + " " + line)) {
            revisits++;
        }
    }

    private boolean sees(int cell, int seen) {
        return cell >= 0 && grid.digit(cell) == 0 && grid.seen(cell) == seen;
    }

    private boolean leaves(int cell, int seen, int left) {
        return sees(cell, seen) && left == grid.candidates(cell);
    }

    private void place(int cell, int placed) {
        boolean possible = (placed & grid.shape().allDigits()) != 0;
        if (possible && cell >= 0 && grid.digit(cell) == 0 && puzzle.digit(cell) == 0) {
            grid = grid.with(cell, Integer.numberOfTrailingZeros(placed));
            filled.add(cell);
        }
    }

    private boolean leadsToSolution() {
        return solution.isPresent()
                && filled.stream()
                        .allMatch(cell -> grid.digit(cell) == solution.get().digit(cell));
    }
}
