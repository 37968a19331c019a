package zeroone.tasks.sudoku;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zeroone.tasks.ThoughtBehaviour;

/** The grid as a thought fills it, and what happened on the way. Sets of digits are bits. */
final class SudokuTrail {
    /** In place of the digits concluded: that there are several, which ones unsaid. */
    static final int SEVERAL = 0;

    private final SudokuGrid puzzle;
    private final Optional<SudokuGrid> solution;

    /** Cells filled in, in order. */
    private final List<Integer> filled = new ArrayList<>();

    private final Set<String> taken = new HashSet<>();
    private SudokuGrid grid;

    /** How many cells of the grid behind "Wait," have been read, -1 if none is being read. */
    private int restored = -1;

    private int[] restoring = new int[0];
    private int lastCopied = -1;
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
     * A look at one cell that concludes something.
     *
     * @param cell the cell looked at, -1 if there is no such cell
     * @param seen the cells around it with their digits, as the notes list them
     * @param concluded the digits said to be possible, or {@link #SEVERAL}
     * @param target the cell that the digit is put into, -1 if there is no such cell
     * @param placed the digit put down, 0 if the cell is left open
     */
    void look(int cell, String seen, int concluded, int target, int placed) {
        interrupt();
        step(cell + " " + concluded + " " + target + " " + placed);
        boolean follows = target == cell && sees(cell, seen);
        if (follows) {
            int candidates = grid.candidates(cell);
            follows = concluded == SEVERAL
                    ? Integer.bitCount(candidates) > 1
                    : concluded == candidates && (candidates & 1 << placed) != 0;
        }
        if (!follows) {
            falseSteps++;
        }
        place(target, placed);
    }

    /** A look that finds no digit left for a cell. */
    void stuck(int cell, String seen) {
        interrupt();
        step(cell + " stuck");
        if (!sees(cell, seen) || grid.candidates(cell) != 0) {
            falseSteps++;
        }
        count(false, !leadsToSolution());
    }

    /** A cell is copied, 0 for a blank; behind "Wait," it belongs to the grid that is returned to. */
    void copy(int cell, int digit) {
        if (restored >= 0) {
            if (cell == restored && digit <= grid.shape().size()) {
                restoring[restored++] = digit;
                if (restored == restoring.length) {
                    restore(new SudokuGrid(grid.shape(), restoring));
                }
                return;
            }
            interrupt();
        }
        lastCopied = cell;
        if (cell < 0 || grid.digit(cell) != digit) {
            steps++;
            falseSteps++;
            if (cell >= 0 && puzzle.digit(cell) == 0 && digit <= grid.shape().size()) {
                filled.remove((Integer) cell);
                grid = grid.with(cell, 0);
                place(cell, digit);
            }
        }
    }

    /** "Wait,": the grid that is returned to follows. */
    void startOver() {
        interrupt();
        restored = 0;
        restoring = new int[grid.shape().cells()];
    }

    /** "yes" or "no" behind the last cell of a row; elsewhere it judges nothing. */
    void judgeRow(boolean accepted) {
        interrupt();
        int size = grid.shape().size();
        if (lastCopied < 0 || lastCopied % size != size - 1) {
            return;
        }
        boolean right = solution.isPresent();
        for (int cell = lastCopied - size + 1; right && cell <= lastCopied; cell++) {
            right = grid.digit(cell) == solution.get().digit(cell);
        }
        count(accepted, right == accepted);
    }

    /** The notes say that the puzzle is solved. */
    void done() {
        interrupt();
        count(true, solution.isPresent() && grid.equals(solution.get()));
    }

    ThoughtBehaviour behaviour() {
        return new ThoughtBehaviour(
                steps, falseSteps, backtracks, revisits, acceptedRight, acceptedWrong, rejectedRight, rejectedWrong);
    }

    /** Something else than the next cell follows: the grid behind "Wait," will not be complete, and nothing is returned to. */
    private void interrupt() {
        if (restored >= 0) {
            restored = -1;
            backtracks++;
            steps++;
            falseSteps++;
        }
    }

    private void restore(SudokuGrid other) {
        restored = -1;
        lastCopied = -1;
        backtracks++;
        step("back to " + other);
        if (!isPuzzleOrOtherSupposition(other)) {
            falseSteps++;
        }
        // What stays keeps its place in the order, so that later suppositions are found behind earlier ones.
        List<Integer> kept = filled.stream()
                .filter(cell -> other.digit(cell) == grid.digit(cell))
                .toList();
        grid = puzzle;
        filled.clear();
        kept.forEach(cell -> place(cell, other.digit(cell)));
        for (int cell = 0; cell < grid.shape().cells(); cell++) {
            place(cell, other.digit(cell));
        }
    }

    private boolean isPuzzleOrOtherSupposition(SudokuGrid other) {
        SudokuGrid before = grid;
        for (int i = filled.size() - 1; i >= 0; i--) {
            int cell = filled.get(i);
            before = before.with(cell, 0);
            int digit = other.digit(cell);
            if (digit != 0
                    && digit != grid.digit(cell)
                    && (before.candidates(cell) & 1 << digit) != 0
                    && other.equals(before.with(cell, digit))) {
                return true;
            }
        }
        return other.equals(puzzle);
    }

    private void step(String look) {
        steps++;
        if (!taken.add(grid + " " + look)) {
            revisits++;
        }
    }

    private void count(boolean accepted, boolean right) {
        if (accepted && right) {
            acceptedRight++;
        } else if (accepted) {
            acceptedWrong++;
        } else if (right) {
            rejectedWrong++;
        } else {
            rejectedRight++;
        }
    }

    private boolean sees(int cell, String seen) {
        return cell >= 0 && grid.digit(cell) == 0 && grid.around(cell).equals(seen);
    }

    private void place(int cell, int digit) {
        boolean possible = digit > 0 && digit <= grid.shape().size();
        if (possible && cell >= 0 && grid.digit(cell) == 0 && puzzle.digit(cell) == 0) {
            grid = grid.with(cell, digit);
            filled.add(cell);
        }
    }

    private boolean leadsToSolution() {
        return solution.isPresent()
                && filled.stream()
                        .allMatch(cell -> grid.digit(cell) == solution.get().digit(cell));
    }
}
