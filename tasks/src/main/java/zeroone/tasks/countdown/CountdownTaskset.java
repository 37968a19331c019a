package zeroone.tasks.countdown;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verifier;
import zeroone.text.CounterRandom;

/** Draws solvable problems of one variant. */
record CountdownTaskset(CountdownConfig config) implements Taskset {
    private static final int MOST_DRAWS = 1_000_000;

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public Problem problem(Split split, long seed, long index) {
        RandomGenerator random =
                CounterRandom.of(seed, split.ordinal(), index).split(name()).sequence();
        CountdownSolver solver = new CountdownSolver(config);
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            List<Integer> numbers = IntStream.range(0, config.count())
                    .mapToObj(i -> random.nextInt(config.minNumber(), config.maxNumber() + 1))
                    .toList();
            CountdownPuzzle puzzle =
                    new CountdownPuzzle(numbers, random.nextInt(config.minTarget(), config.maxTarget() + 1));
            if (Split.of(puzzle.canonicalForm()) == split && solver.solvable(numbers, puzzle.target())) {
                return puzzle.problem(name());
            }
        }
        throw new IllegalStateException("task " + name() + " has no problem in split " + split + " after " + MOST_DRAWS
                + " draws: widen the ranges of numbers and targets");
    }

    @Override
    public Problem problem(ObjectNode data) {
        CountdownPuzzle puzzle = CountdownPuzzle.of(data);
        if (puzzle.numbers().size() != config.count()) {
            throw new IllegalArgumentException("task " + name() + " takes " + config.count() + " numbers, not "
                    + puzzle.numbers().size());
        }
        return puzzle.problem(name());
    }

    @Override
    public Verifier verifier() {
        return new CountdownVerifier(config.wholeOnly());
    }
}
