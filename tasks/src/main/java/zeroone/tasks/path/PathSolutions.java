package zeroone.tasks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.Problem;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.WorkedSolutions;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Writes worked solutions as somebody's short notes; who finds no way answers with any. */
record PathSolutions<S, P extends PathPuzzle<S>>(PuzzleKind<P> kind, TraceMixture mixture) implements WorkedSolutions {
    /** Chance of a mistake in each line of a sloppy search. */
    private static final double SLOPPINESS = 0.06;

    /** A search that never gives up would fill books. */
    private static final int MOST_TRIES = 80;

    @Override
    public WorkedSolution write(Problem problem, RandomGenerator random) {
        P puzzle = kind.read(PuzzleData.of(problem));
        return switch (mixture.manner(random)) {
            case GUESS -> new WorkedSolution(" Just guess.", guess(puzzle, random));
            case CARELESS -> {
                PathNotes<S> notes = new PathNotes<>(puzzle, random.nextInt(4), 0, random);
                List<String> moves = notes.tryQuickly();
                yield new WorkedSolution(notes.text(), moves.isEmpty() ? guess(puzzle, random) : answer(puzzle, moves));
            }
            case SEARCH -> search(puzzle, 0, random);
            case SLOPPY -> search(puzzle, SLOPPINESS, random);
        };
    }

    private WorkedSolution search(P puzzle, double sloppiness, RandomGenerator random) {
        PathNotes<S> notes = new PathNotes<>(puzzle, Math.min(mixture.tries(random), MOST_TRIES), sloppiness, random);
        Optional<List<String>> found = mixture.systematic(random) ? notes.searchInOrder() : notes.searchAnywhere();
        if (mixture.cut(random)) {
            return new WorkedSolution(TraceMixture.breakOff(notes.text(), random), guess(puzzle, random));
        }
        return new WorkedSolution(
                notes.text(), found.map(moves -> answer(puzzle, moves)).orElseGet(() -> guess(puzzle, random)));
    }

    private String guess(P puzzle, RandomGenerator random) {
        List<String> moves = new ArrayList<>();
        S state = puzzle.start();
        int length = 1 + random.nextInt(puzzle.mostMoves());
        while (moves.size() < length) {
            List<Step<S>> steps = puzzle.steps(state);
            if (steps.isEmpty()) {
                break;
            }
            Step<S> step = steps.get(random.nextInt(steps.size()));
            moves.add(step.move());
            state = step.next();
        }
        return answer(puzzle, moves);
    }

    /** The space sets the answer off from the thought. */
    private String answer(P puzzle, List<String> moves) {
        return " " + puzzle.answer(moves);
    }
}
