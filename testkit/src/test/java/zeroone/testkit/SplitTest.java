package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.catalog.Tasks;

/**
 * No task has a problem in two splits. Few problems are drawn, for everyday; {@code -Dzeroone.tasks.split=100000} draws as
 * many as a long training does.
 */
class SplitTest {
    private static final int PROBLEMS = Integer.getInteger("zeroone.tasks.split", 60);

    @TestFactory
    Stream<DynamicTest> the_splits_of_a_task_share_no_problem() {
        return Tasks.all().stream()
                .map(task -> dynamicTest(task.name() + ", " + PROBLEMS + " problems", () -> check(task.problems())));
    }

    /** The split is a function of the canonical form alone, so no form can be in two. */
    private static void check(Taskset taskset) {
        for (int i = 0; i < PROBLEMS; i++) {
            Split split = Split.values()[i % Split.values().length];
            Problem problem = taskset.problem(split, i % 7, i);
            if (Split.of(problem.id()) != split) {
                assertThat(Split.of(problem.id())).as(problem.prompt()).isEqualTo(split);
            }
        }
    }
}
