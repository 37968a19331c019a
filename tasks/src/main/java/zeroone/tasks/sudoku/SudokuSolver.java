package zeroone.tasks.sudoku;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Backtracking search that always fills the cell with the fewest candidates next. */
final class SudokuSolver {
    private final SudokuShape shape;
    private final int[] cells;

    /** Digits used in each row, column and box, as bits. */
    private final int[] rows;

    private final int[] columns;
    private final int[] boxes;

    SudokuSolver(SudokuShape shape) {
        this.shape = shape;
        cells = new int[shape.cells()];
        rows = new int[shape.size()];
        columns = new int[shape.size()];
        boxes = new int[shape.size()];
    }

    /** Starts from a grid whose digits do not contradict each other. */
    SudokuSolver(SudokuGrid grid) {
        this(grid.shape());
        for (int cell = 0; cell < shape.cells(); cell++) {
            if (grid.digit(cell) != 0) {
                place(cell, grid.digit(cell));
            }
        }
    }

    /** A solution of the grid; empty if there is none. */
    static Optional<SudokuGrid> solve(SudokuGrid grid) {
        for (int cell = 0; cell < grid.shape().cells(); cell++) {
            if (grid.digit(cell) != 0 && (grid.candidates(cell) & 1 << grid.digit(cell)) == 0) {
                return Optional.empty();
            }
        }
        SudokuSolver solver = new SudokuSolver(grid);
        int[] ascending = IntStream.range(0, grid.shape().size()).toArray();
        return solver.fill(() -> ascending)
                ? Optional.of(new SudokuGrid(solver.shape, solver.cells))
                : Optional.empty();
    }

    /** A full grid drawn at random. */
    static SudokuGrid draw(SudokuShape shape, RandomGenerator random) {
        SudokuSolver solver = new SudokuSolver(shape);
        solver.fill(() -> shuffled(shape.size(), random));
        return new SudokuGrid(shape, solver.cells);
    }

    /** How many solutions there are, counted up to {@code limit}. */
    int count(int limit) {
        int cell = hardest();
        if (cell < 0) {
            return 1;
        }
        int found = 0;
        for (int left = candidates(cell); left != 0 && found < limit; left &= left - 1) {
            int digit = Integer.numberOfTrailingZeros(left);
            place(cell, digit);
            found += count(limit - found);
            remove(cell);
        }
        return found;
    }

    /**
     * Whether a grid that has one solution still has only that one after the cell is blanked; blanks it if so.
     */
    boolean dig(int cell) {
        int digit = cells[cell];
        remove(cell);
        if (forced(cell, digit) || count(2) == 1) {
            return true;
        }
        place(cell, digit);
        return false;
    }

    int[] cells() {
        return cells.clone();
    }

    static int[] shuffled(int size, RandomGenerator random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Whether one look shows that the cell can hold nothing else, which spares the search. */
    private boolean forced(int cell, int digit) {
        if (candidates(cell) == 1 << digit) {
            return true;
        }
        boolean row = true;
        boolean column = true;
        boolean box = true;
        for (int peer : shape.peers(cell)) {
            if (cells[peer] == 0 && (candidates(peer) & 1 << digit) != 0) {
                row &= shape.row(peer) != shape.row(cell);
                column &= shape.column(peer) != shape.column(cell);
                box &= shape.boxOf(peer) != shape.boxOf(cell);
            }
        }
        return row || column || box;
    }

    /** Fills the blanks, trying digits (counted from 0) in the order given afresh for each cell. */
    private boolean fill(Supplier<int[]> orders) {
        int cell = hardest();
        if (cell < 0) {
            return true;
        }
        int candidates = candidates(cell);
        for (int index : orders.get()) {
            if ((candidates & 1 << (index + 1)) != 0) {
                place(cell, index + 1);
                if (fill(orders)) {
                    return true;
                }
                remove(cell);
            }
        }
        return false;
    }

    /** The blank cell with the fewest candidates; -1 if the grid is full. */
    private int hardest() {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] == 0) {
                int count = Integer.bitCount(candidates(cell));
                if (count < fewest) {
                    fewest = count;
                    best = cell;
                    if (count <= 1) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    private int candidates(int cell) {
        return shape.allDigits() & ~(rows[shape.row(cell)] | columns[shape.column(cell)] | boxes[shape.boxOf(cell)]);
    }

    private void place(int cell, int digit) {
        cells[cell] = digit;
        toggle(cell, 1 << digit);
    }

    private void remove(int cell) {
        toggle(cell, 1 << cells[cell]);
        cells[cell] = 0;
    }

    private void toggle(int cell, int bit) {
        rows[shape.row(cell)] ^= bit;
        columns[shape.column(cell)] ^= bit;
        boxes[shape.boxOf(cell)] ^= bit;
    }
}
