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
     * A line about one cell.
     *
     * @param cell -1 if there is no such cell
     * @param left the digits said to be possible
     * @param placed the digit filled in, or none, or, where the notes contradict themselves, several
     */
    void look(int cell, int seen, int left, int placed) {
        step(cell + " " + left + " " + placed);
        boolean follows = sees(cell, seen) && left == grid.candidates(cell) && (placed & ~left) == 0;
        if (!follows || Integer.bitCount(placed) > 1) {
            falseSteps++;
        }
        place(cell, placed);
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

    private void place(int cell, int placed) {
        boolean possible =
                Integer.bitCount(placed) == 1 && (placed & grid.shape().allDigits()) != 0;
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
