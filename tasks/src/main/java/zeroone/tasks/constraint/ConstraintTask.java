package zeroone.tasks.constraint;

import zeroone.tasks.Task;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;
import zeroone.tasks.puzzle.PuzzleTaskset;

/** Makes tasks of constraint puzzles. */
public final class ConstraintTask {
    /** How the people worked from whom a base model learns such puzzles. */
    public static final TraceMixture MIXTURE = new TraceMixture(.12, .25, .05, .60, .35, .08, 15);

    private ConstraintTask() {}

    public static <P extends ConstraintPuzzle> Task of(PuzzleKind<P> kind) {
        return of(kind, MIXTURE);
    }

    public static <P extends ConstraintPuzzle> Task of(PuzzleKind<P> kind, TraceMixture mixture) {
        return new Task(
                new PuzzleTaskset<>(kind),
                new ConstraintSolutions<>(kind, mixture),
                new ConstraintThoughts<>(kind),
                problem -> kind.read(PuzzleData.of(problem)).difficulty());
    }
}
