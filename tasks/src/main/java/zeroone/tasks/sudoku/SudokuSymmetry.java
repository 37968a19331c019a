package zeroone.tasks.sudoku;

import java.util.random.RandomGenerator;

/**
 * A reordering of lines that keeps every row, column and box one: bands are permuted, rows within bands, likewise
 * columns, and a grid of square boxes may be transposed.
 */
final class SudokuSymmetry {
    private final int[] rows;
    private final int[] columns;
    private final boolean transposed;

    private SudokuSymmetry(int[] rows, int[] columns, boolean transposed) {
        this.rows = rows;
        this.columns = columns;
        this.transposed = transposed;
    }

    static SudokuSymmetry draw(SudokuShape shape, RandomGenerator random) {
        return new SudokuSymmetry(
                lines(shape.boxColumns(), shape.boxRows(), random),
                lines(shape.boxRows(), shape.boxColumns(), random),
                random.nextBoolean() && shape.boxRows() == shape.boxColumns());
    }

    SudokuGrid apply(SudokuGrid grid) {
        int size = grid.shape().size();
        int[] cells = new int[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int from = rows[row] * size + columns[column];
                cells[transposed ? column * size + row : row * size + column] = grid.digit(from);
            }
        }
        return new SudokuGrid(grid.shape(), cells);
    }

    private static int[] lines(int bands, int linesOfBand, RandomGenerator random) {
        int[] lines = new int[bands * linesOfBand];
        int next = 0;
        for (int band : SudokuSolver.shuffled(bands, random)) {
            for (int line : SudokuSolver.shuffled(linesOfBand, random)) {
                lines[next++] = band * linesOfBand + line;
            }
        }
        return lines;
    }
}
