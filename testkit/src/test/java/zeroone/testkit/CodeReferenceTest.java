package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zeroone.tasks.code.judge.JudgedTask;
import zeroone.tasks.code.judge.Subtask;
import zeroone.tasks.code.judge.TestCase;
import zeroone.tasks.code.kinds.GeneratedProblem;
import zeroone.text.CounterRandom;

/** The outputs that hidden tests expect have a second judge, and the tests tell right programs from nearly right ones. */
class CodeReferenceTest {
    private static final int PROBLEMS = 20;
    private static final int PROBLEMS_WITH_THE_LARGEST_TESTS = 2;

    @ParameterizedTest
    @MethodSource("kinds")
    void two_algorithms_agree_on_every_hidden_test(String kind) {
        for (int i = 0; i < PROBLEMS; i++) {
            GeneratedProblem problem = problem(kind, i);
            JudgedTask judged = problem.judged();
            judged.samples().forEach(test -> compare(problem, judged, test));
            List<Subtask> subtasks = judged.subtasks();
            int tried = subtasks.size() - (i < PROBLEMS_WITH_THE_LARGEST_TESTS ? 0 : 1);
            for (Subtask subtask : subtasks.subList(0, tried)) {
                for (int test = 0; test < subtask.size(); test++) {
                    compare(problem, judged, subtask.tests().apply(test));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_program_that_is_off_by_a_little_fails_a_hidden_test(String kind) {
        int caught = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            GeneratedProblem problem = problem(kind, i);
            caught += isCaught(problem, problem.judged()) ? 1 : 0;
        }
        // Not every slip shows in every problem: some have no step that is worth its fee, or a limit that no score
        // meets.
        assertThat(caught)
                .as("problems of %d in which the slip is seen", PROBLEMS)
                .isGreaterThanOrEqualTo(PROBLEMS / 2);
    }

    private static boolean isCaught(GeneratedProblem problem, JudgedTask judged) {
        for (Subtask subtask : judged.subtasks().subList(0, 2)) {
            for (int i = 0; i < subtask.size(); i++) {
                TestCase test = subtask.tests().apply(i);
                String output = PlainPrograms.slipped(problem.kind(), problem.knobs(), test.input());
                if (judged.checker().complaint(test, output).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void compare(GeneratedProblem problem, JudgedTask judged, TestCase test) {
        String output = PlainPrograms.output(problem.kind(), problem.knobs(), test.input());
        assertThat(judged.checker().complaint(test, output))
                .as("%s: %s for the input %s", problem, output, VerdictContract.head(test.input()))
                .isEmpty();
        // The other way round as well: a checker that takes anything would agree with everybody.
        assertThat(judged.checker().complaint(new TestCase(test.input(), output), test.output()))
                .as("%s: expects %s for the input %s", problem, test.output(), VerdictContract.head(test.input()))
                .isEmpty();
    }

    private static GeneratedProblem problem(String kind, int index) {
        return GeneratedProblem.draw(
                kind, false, CounterRandom.of(21, index).split(kind).sequence());
    }

    static List<String> kinds() {
        return GeneratedProblem.kinds();
    }
}
