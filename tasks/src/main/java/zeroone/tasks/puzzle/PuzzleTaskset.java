package zeroone.tasks.puzzle;

import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;
import zeroone.tasks.Verifier;
import zeroone.text.CounterRandom;

/** Draws puzzles of one kind: candidates from one stream until one lies in the right split and is as it should be. */
public record PuzzleTaskset<P extends Puzzle>(PuzzleKind<P> kind) implements Taskset {
    /** The longest answer that is read, in characters. */
    public static final int LONGEST_ANSWER = 2_000;

    private static final int MOST_DRAWS = 1_000_000;

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Problem problem(Split split, long seed, long index) {
        RandomGenerator random =
                CounterRandom.of(seed, split.ordinal(), index).split(name()).sequence();
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            P candidate = kind.draw(random);
            // The split first: it costs less than a search.
            if (Split.of(candidate.canonicalForm()) == split) {
                Optional<P> puzzle = kind.complete(candidate);
                if (puzzle.isPresent()) {
                    return problem(puzzle.get());
                }
            }
        }
        throw new IllegalStateException("task " + name() + " has no problem in split " + split + " after " + MOST_DRAWS
                + " draws: widen the ranges of its configuration");
    }

    @Override
    public Problem problem(ObjectNode data) {
        P puzzle = kind.read(new PuzzleData(data));
        puzzle.requireSolution();
        return problem(puzzle);
    }

    @Override
    public Verifier verifier() {
        return this::verify;
    }

    private Verdict verify(Problem problem, String answer) {
        P puzzle = kind.read(PuzzleData.of(problem));
        if (answer.length() > LONGEST_ANSWER) {
            return Verdict.incorrect("is " + answer.length() + " characters long; " + LONGEST_ANSWER + " are allowed");
        }
        if (answer.isBlank()) {
            return Verdict.NO_ANSWER;
        }
        try {
            puzzle.judge(answer.strip());
            return Verdict.CORRECT;
        } catch (WrongAnswer wrong) {
            return Verdict.incorrect(wrong.reason());
        }
    }

    private Problem problem(P puzzle) {
        return new Problem(name(), puzzle.canonicalForm(), puzzle.prompt(), puzzle.data());
    }
}
