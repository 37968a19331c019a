package zeroone.tasks.sudoku;

import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.TraceMixture.Manner;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;
import zeroone.tasks.sudoku.SudokuNotes.Style;

/** Writes worked solutions of Sudoku as somebody's short notes; what the notes leave open is filled in at random. */
record SudokuSolutions(SudokuShape shape, TraceMixture mixture) implements WorkedSolutions {
    /** Chance of a wrong conclusion in each look of a sloppy search. */
    private static final double SLOPPINESS = 0.08;

    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        SudokuGrid puzzle = SudokuTaskset.puzzle(shape, problem);
        Manner manner = mixture.manner(random);
        if (manner == Manner.GUESS) {
            return new WorkedSolution(" Just guess.", rush(puzzle, random));
        }
        boolean systematic = mixture.systematic(random);
        Style style = manner == Manner.CARELESS ? Style.QUICK : systematic ? Style.IN_ORDER : Style.ANYTHING;
        // Who has looked at as many blanks as one and a half grids has is lost.
        int looks = Math.min(mixture.tries(random), shape.cells() * 3 / 2);
        SudokuNotes notes = new SudokuNotes(puzzle, style, looks, manner == Manner.SLOPPY ? SLOPPINESS : 0, random);
        String thought = notes.write();
        if (mixture.cut(random)) {
            String cut = breakOff(thought, random);
            return new WorkedSolution(
                    cut, rush(SudokuThoughts.replay(puzzle, cut).grid(), random));
        }
        return new WorkedSolution(thought, rush(notes.grid(), random));
    }

    /** Breaks a thought off before one of its words; all of them may be gone. */
    private static String breakOff(String thought, RandomGenerator random) {
        int end = thought.lastIndexOf(' ', random.nextInt(thought.length()));
        return thought.substring(0, end);
    }

    /** Fills what is left, minding the rules half of the time. The space sets the answer off from the thought. */
    private String rush(SudokuGrid grid, RandomGenerator random) {
        SudokuGrid filled = grid;
        for (int cell : grid.blanks()) {
            int candidates = filled.candidates(cell);
            boolean minds = random.nextBoolean() && candidates != 0;
            filled = filled.with(cell, SudokuNotes.anyOf(minds ? candidates : shape.allDigits(), random));
        }
        return " " + filled.written();
    }
}
