package zeroone.tasks.sudoku;

import java.util.List;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;

/**
 * Judges a filled grid, {@code 1 2 3 4 / 3 4 1 2 / …}, slashes or line breaks between rows. A 4×4 grid may also name its
 * cells, {@code a1 b2 c3 d4 / e3 …}: then every cell, in order. The whole answer must be that and nothing else, keep
 * the givens, and hold every digit once in every row, column and box.
 */
record SudokuVerifier(SudokuShape shape) implements Verifier {
    static final int LONGEST = 1_000;

    @Override
    public Verdict verify(Problem problem, String answer) {
        SudokuGrid puzzle = SudokuTaskset.puzzle(shape, problem);
        if (answer.length() > LONGEST) {
            return Verdict.incorrect("is " + answer.length() + " characters long; " + LONGEST + " are allowed");
        }
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        try {
            return judge(puzzle, SudokuGrid.parse(shape, answer));
        } catch (MalformedGrid malformed) {
            return Verdict.incorrect(malformed.reason());
        }
    }

    private Verdict judge(SudokuGrid puzzle, SudokuGrid filled) {
        for (int cell = 0; cell < shape.cells(); cell++) {
            if (filled.digit(cell) == 0) {
                return Verdict.incorrect("leaves " + place(cell) + " blank");
            }
            if (puzzle.digit(cell) != 0 && puzzle.digit(cell) != filled.digit(cell)) {
                return Verdict.incorrect("changes the given " + puzzle.digit(cell) + " in " + place(cell));
            }
        }
        List<List<Integer>> units = shape.units();
        for (int unit = 0; unit < units.size(); unit++) {
            int seen = 0;
            for (int cell : units.get(unit)) {
                int bit = 1 << filled.digit(cell);
                if ((seen & bit) != 0) {
                    return Verdict.incorrect("has " + filled.digit(cell) + " twice in " + shape.unitName(unit));
                }
                seen |= bit;
            }
        }
        return Verdict.CORRECT;
    }

    private String place(int cell) {
        return "row " + (shape.row(cell) + 1) + ", column " + (shape.column(cell) + 1);
    }
}
