package zeroone.tasks.sudoku;

/**
 * One kind of Sudoku.
 *
 * @param name name of the task
 * @param box side of a box: 2 for 4×4 grids, 3 for 9×9
 * @param minBlanks fewest blank cells of a puzzle; the number is drawn uniformly
 * @param maxBlanks most blank cells; every puzzle has exactly one solution, which bounds what is possible
 */
public record SudokuConfig(String name, int box, int minBlanks, int maxBlanks) {
    /**
     * 4×4, 6 to 10 blanks. There are only 288 full grids of this size, so puzzles of different splits often share their
     * solution; what is held out is the puzzle.
     */
    public static final SudokuConfig FOUR = new SudokuConfig("sudoku-4", 2, 6, 10);

    /** 9×9, 30 to 50 blanks. */
    public static final SudokuConfig NINE = new SudokuConfig("sudoku-9", 3, 30, 50);

    public SudokuConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (box != 2 && box != 3) {
            throw new IllegalArgumentException("box must be 2 (4×4) or 3 (9×9): " + box);
        }
        // Beyond these, puzzles with one solution are so rare that drawing would not end.
        int most = box == 2 ? 11 : 54;
        if (minBlanks < 1 || maxBlanks > most || minBlanks > maxBlanks) {
            throw new IllegalArgumentException("blanks must satisfy 1 <= minBlanks <= maxBlanks <= " + most + ": "
                    + minBlanks + " to " + maxBlanks);
        }
    }

    SudokuShape shape() {
        return box == 2 ? SudokuShape.FOUR : SudokuShape.NINE;
    }
}
