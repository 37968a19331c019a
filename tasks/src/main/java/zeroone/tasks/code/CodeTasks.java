package zeroone.tasks.code;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.code.kinds.GeneratedProblem;

/**
 * Programming problems: easy ones, functions, and all kinds of programs. Each of the three takes problems of a user's own,
 * by custom under the name "code".
 */
public final class CodeTasks implements TaskProvider {
    /** Kinds that one loop and a standard container solve. */
    private static final int EASY = 5;

    private static final TraceMixture WRITERS = new TraceMixture(0.1, 0.2, 0.15, 0.5, 0.5, 0, 1);

    @Override
    public List<Task> tasks() {
        List<String> kinds = GeneratedProblem.kinds();
        CodeVerifier verifier = new CodeVerifier();
        return List.of(
                task(new CodeTaskset("code-easy", kinds.subList(0, EASY), false, verifier)),
                task(new CodeTaskset("code-function", kinds, true, verifier)),
                task(new CodeTaskset("code", kinds, false, verifier)));
    }

    private static Task task(CodeTaskset problems) {
        return new Task(problems, new CodeSolutions(WRITERS), new CodeThoughts(), CodeTasks::measure);
    }

    /** What can be told without running a solution: how many tests there are and how large they grow. */
    private static Difficulty measure(Problem problem) {
        return switch (CodeProblem.of(problem.data())) {
            case GeneratedCodeProblem(GeneratedProblem generated) ->
                new Difficulty(
                        new TreeMap<>(Map.of(
                                "kind",
                                GeneratedProblem.kinds().indexOf(generated.kind()),
                                "tests",
                                generated.tests())),
                        generated.largest(),
                        "size of the largest input");
            case OwnCodeProblem own ->
                new Difficulty(Map.of("tests", own.tests()), own.longest(), "characters of the longest input");
        };
    }
}
