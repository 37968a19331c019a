package zeroone.tasks.sudoku;

import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.TraceMixture.Manner;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;

/** Writes worked solutions of Sudoku as somebody's short notes; what the notes leave open is filled in at random. */
record SudokuSolutions(SudokuShape shape, TraceMixture mixture) implements WorkedSolutions {
    /** Chance of a mistake in each line of a sloppy search. */
    private static final double SLOPPINESS = 0.08;

    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        SudokuGrid puzzle = SudokuTaskset.puzzle(shape, problem);
        Manner manner = mixture.manner(random);
        if (manner == Manner.GUESS) {
            return new WorkedSolution(" Just guess.", rush(puzzle, random));
        }
        boolean systematic = mixture.systematic(random);
        // Nobody looks at a cell much more than twice.
        int looks = Math.min(mixture.tries(random), shape.cells() * 7 / 4);
        SudokuNotes notes = new SudokuNotes(
                puzzle, manner == Manner.CARELESS, systematic, looks, manner == Manner.SLOPPY ? SLOPPINESS : 0, random);
        String thought = notes.write();
        if (mixture.cut(random)) {
            String cut = TraceMixture.breakOff(thought, random);
            return new WorkedSolution(
                    cut, rush(SudokuThoughts.replay(puzzle, cut).grid(), random));
        }
        return new WorkedSolution(thought, rush(notes.grid(), random));
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
