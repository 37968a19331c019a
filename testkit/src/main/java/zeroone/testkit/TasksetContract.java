package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.catalog.Tasks;
import zeroone.text.CounterRandom;

/**
 * What every task promises. A test of a task extends this class, says which taskset is meant and solves its problems with
 * means of its own; a task whose problems have several right answers also overrides {@link #opinion} with a second judge.
 * The other protected methods are for tasks that are slow, small or special.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TasksetContract extends VerdictContract {
    private static final int LONGEST_THOUGHT = 200_000;

    protected TasksetContract() {}

    /** The task with its worked solutions. By default the one of this name in the catalog. */
    protected Task task() {
        return Tasks.named(taskset().name());
    }

    @Test
    void worked_solutions_are_judged_for_what_they_are() {
        int right = 0;
        for (Problem problem : problems()) {
            for (int writer = 0; writer < 4; writer++) {
                WorkedSolution solution = write(problem, writer);
                assertThat(write(problem, writer)).isEqualTo(solution);
                boolean correct = verdict(problem, solution.answer()).isCorrect();
                Opinion opinion = opinion(problem, solution.answer());
                boolean agreed = switch (opinion) {
                    case RIGHT, RIGHT_BUT_FOR_ITS_FORM -> correct;
                    case UNDECIDED -> true;
                    case WRONG -> !correct;
                };
                if (!agreed) {
                    throw new AssertionError("%s%n%s%n%s is %s, but the verifier says %s"
                            .formatted(
                                    problem.prompt(),
                                    solution.thought(),
                                    solution.answer(),
                                    opinion,
                                    verdict(problem, solution.answer())));
                }
                right += correct ? 1 : 0;
            }
        }
        assertThat(right).as("right worked solutions").isPositive();
    }

    @Test
    void thoughts_can_be_read_whatever_they_say() {
        for (Problem problem : problems()) {
            String thought = write(problem, 0).thought();
            for (String text : List.of(
                    "", thought, thought.substring(thought.length() / 2), thought + thought, problem.prompt())) {
                assertThat(task().thoughts().read(problem, text).steps()).isNotNegative();
            }
        }
        for (String expensive : HostileAnswers.expensive()) {
            String text = expensive.substring(0, Math.min(LONGEST_THOUGHT, expensive.length()));
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(task().thoughts().read(problems().getFirst(), text).steps())
                    .isNotNegative();
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(Duration.ofNanos(spent)).as(head(text)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void difficulty_is_a_function_of_the_problem_along_the_same_axes() {
        Difficulty first = task().difficulty().measure(problems().getFirst());
        for (Problem problem : problems().subList(0, Math.min(20, few()))) {
            Difficulty measured = task().difficulty().measure(problem);
            assertThat(task().difficulty().measure(problem)).isEqualTo(measured);
            assertThat(measured.axes().keySet()).isEqualTo(first.axes().keySet());
            assertThat(measured.unit()).isEqualTo(first.unit()).isNotBlank();
        }
    }

    private WorkedSolution write(Problem problem, int writer) {
        return task().workedSolutions()
                .write(problem, CounterRandom.of(5, writer).split(problem.id()).sequence());
    }
}
