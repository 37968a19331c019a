package zeroone.tasks.path;

import zeroone.tasks.Task;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;
import zeroone.tasks.puzzle.PuzzleTaskset;

/** Makes tasks of path puzzles. */
public final class PathTask {
    /** How the people worked from whom a base model learns such puzzles. */
    public static final TraceMixture MIXTURE = new TraceMixture(.12, .22, .05, .60, .35, .08, 15);

    private PathTask() {}

    public static <S, P extends PathPuzzle<S>> Task of(PuzzleKind<P> kind) {
        return of(kind, MIXTURE);
    }

    public static <S, P extends PathPuzzle<S>> Task of(PuzzleKind<P> kind, TraceMixture mixture) {
        return new Task(
                new PuzzleTaskset<>(kind),
                new PathSolutions<>(kind, mixture),
                new PathThoughts<>(kind),
                problem -> kind.read(PuzzleData.of(problem)).difficulty());
    }
}
