package zeroone.tasks.countdown;

import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.TraceMixture.Manner;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;

/** Writes worked solutions of Countdown as somebody's short notes; the answer is one expression. */
record CountdownSolutions(CountdownConfig config, TraceMixture mixture) implements WorkedSolutions {
    /** Chance of a mistake in each line of a sloppy search. */
    private static final double SLOPPINESS = 0.06;

    /** With more than three numbers a search that never gives up would fill books. */
    private static final int MOST_TRIES_WITH_MANY_NUMBERS = 25;

    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        CountdownPuzzle puzzle = CountdownPuzzle.of(problem.data());
        CountdownState start = CountdownState.start(puzzle);
        Manner manner = mixture.manner(random);
        return switch (manner) {
            case GUESS -> new WorkedSolution(" Just guess.", start.guess(config, random));
            case CARELESS -> careless(puzzle, start, random);
            case SEARCH -> search(puzzle, start, 0, random);
            case SLOPPY -> search(puzzle, start, SLOPPINESS, random);
        };
    }

    private WorkedSolution careless(CountdownPuzzle puzzle, CountdownState start, RandomGenerator random) {
        CountdownNotes notes =
                new CountdownNotes(config, puzzle.target(), false, 1 + random.nextInt(3), false, 0, random);
        notes.search(start);
        return new WorkedSolution(
                " Quick try: " + notes.text(), notes.lastTried().orElseGet(() -> start.guess(config, random)));
    }

    private WorkedSolution search(
            CountdownPuzzle puzzle, CountdownState start, double sloppiness, RandomGenerator random) {
        boolean systematic = mixture.systematic(random);
        int tries = mixture.tries(random);
        if (puzzle.numbers().size() > 3) {
            tries = Math.min(tries, MOST_TRIES_WITH_MANY_NUMBERS);
        }
        CountdownNotes notes = new CountdownNotes(config, puzzle.target(), systematic, tries, true, sloppiness, random);
        notes.search(start);
        String thought = (systematic ? " Go in order: " : " Try anything: ") + notes.text();
        if (mixture.cut(random)) {
            return new WorkedSolution(TraceMixture.breakOff(thought, random), start.guess(config, random));
        }
        return notes.found()
                .map(found -> new WorkedSolution(thought, found))
                .orElseGet(() -> new WorkedSolution(thought + " I give up.", start.guess(config, random)));
    }
}
