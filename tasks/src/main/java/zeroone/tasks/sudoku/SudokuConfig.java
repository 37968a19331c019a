package zeroone.tasks.sudoku;

/**
 * One kind of Sudoku.
 *
 * @param name name of the task
 * @param size side of the grid: 4 (boxes of 2×2), 6 (2 rows × 3 columns) or 9 (3×3)
 * @param minBlanks fewest blank cells of a puzzle; the number is drawn uniformly
 * @param maxBlanks most blank cells; every puzzle has exactly one solution, which bounds what is possible
 */
public record SudokuConfig(String name, int size, int minBlanks, int maxBlanks) {
    /**
     * 4×4, 6 to 10 blanks. There are only 288 full grids of this size, so puzzles of different splits often share their
     * solution; what is held out is the puzzle.
     */
    public static final SudokuConfig FOUR = new SudokuConfig("sudoku-4", 4, 6, 10);

    /** 6×6 with boxes of two rows and three columns, 12 to 20 blanks. */
    public static final SudokuConfig SIX = new SudokuConfig("sudoku-6", 6, 12, 20);

    /** 9×9, 30 to 50 blanks. */
    public static final SudokuConfig NINE = new SudokuConfig("sudoku-9", 9, 30, 50);

    public SudokuConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (size != 4 && size != 6 && size != 9) {
            throw new IllegalArgumentException("size must be 4, 6 or 9: " + size);
        }
        // Beyond these, puzzles with one solution are so rare that drawing would not end.
        int most = size == 4 ? 11 : size == 6 ? 24 : 54;
        if (minBlanks < 1 || maxBlanks > most || minBlanks > maxBlanks) {
            throw new IllegalArgumentException("blanks must satisfy 1 <= minBlanks <= maxBlanks <= " + most + ": "
                    + minBlanks + " to " + maxBlanks);
        }
    }

    SudokuShape shape() {
        return size == 4 ? SudokuShape.FOUR : size == 6 ? SudokuShape.SIX : SudokuShape.NINE;
    }
}
