package zeroone.tasks.constraint;

import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.TraceMixture.Manner;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Writes worked solutions as somebody's short notes; what the notes leave open is filled in at random. */
record ConstraintSolutions<P extends ConstraintPuzzle>(PuzzleKind<P> kind, TraceMixture mixture)
        implements WorkedSolutions {
    /** Chance of a mistake in each line of a sloppy search. */
    private static final double SLOPPINESS = 0.08;

    /** A try of the mixture goes through so large a part of the puzzle. */
    private static final int LOOKED_AT_IN_A_TRY = 8;

    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        P puzzle = kind.read(PuzzleData.of(problem));
        Manner manner = mixture.manner(random);
        if (manner == Manner.GUESS) {
            return new WorkedSolution(" Just guess.", rush(puzzle, puzzle.start(), random));
        }
        boolean systematic = mixture.systematic(random);
        // Larger puzzles are given more time, but nobody looks at one variable more than a few times.
        int variables = puzzle.variables().size();
        int looks = Math.min(mixture.tries(random) * variables / LOOKED_AT_IN_A_TRY, 20 + 4 * variables);
        ConstraintNotes notes = new ConstraintNotes(
                puzzle, manner == Manner.CARELESS, systematic, looks, manner == Manner.SLOPPY ? SLOPPINESS : 0, random);
        String thought = notes.write();
        if (mixture.cut(random)) {
            String cut = TraceMixture.breakOff(thought, random);
            return new WorkedSolution(
                    cut, rush(puzzle, ConstraintThoughts.replay(puzzle, cut).assignment(), random));
        }
        return new WorkedSolution(thought, rush(puzzle, notes.assignment(), random));
    }

    /** Fills what is left, minding the rules half of the time. The space sets the answer off from the thought. */
    private String rush(P puzzle, int[] assignment, RandomGenerator random) {
        int values = puzzle.values().size();
        for (int variable = 0; variable < assignment.length; variable++) {
            if (assignment[variable] == ConstraintPuzzle.OPEN) {
                int left = random.nextBoolean() ? ConstraintSearch.left(puzzle, values, assignment, variable) : 0;
                assignment[variable] = left == 0 ? random.nextInt(values) : ConstraintNotes.anyOf(left, random);
            }
        }
        return " " + puzzle.written(assignment);
    }
}
