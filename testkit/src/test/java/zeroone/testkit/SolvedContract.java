package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.Taskset;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.Verdict;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.catalog.Tasks;
import zeroone.text.CounterRandom;

/** The contract of a built-in task that is worked step by step and whose problems a plain function solves. */
abstract class SolvedContract extends TasksetContract {
    private static final int SOLUTIONS = 300;

    private final String name;
    private final Function<Problem, String> solution;

    SolvedContract(String name, Function<Problem, String> solution) {
        this.name = name;
        this.solution = solution;
    }

    @Override
    protected Taskset taskset() {
        return Tasks.named(name).problems();
    }

    @Override
    protected String solve(Problem problem) {
        return solution.apply(problem);
    }

    @Test
    void worked_solutions_are_right_where_their_writer_made_no_mistake_and_of_mixed_quality() {
        Task task = Tasks.named(name);
        int right = 0;
        ThoughtBehaviour all = ThoughtBehaviour.NONE;
        for (int i = 0; i < SOLUTIONS; i++) {
            Problem problem = taskset().problem(Split.TRAIN, 3, i);
            WorkedSolution worked =
                    task.workedSolutions().write(problem, CounterRandom.of(3, i).sequence());
            boolean correct =
                    taskset().verifier().verify(problem, worked.answer()).isCorrect();
            ThoughtBehaviour behaviour = task.thoughts().read(problem, worked.thought());
            boolean finished = worked.thought().endsWith("yes!");
            boolean flawless = behaviour.falseSteps() == 0 && behaviour.checks() == 0;
            if (finished && behaviour.acceptedWrong() == 0) {
                assertThat(correct).as(problem.prompt() + worked).isTrue();
            }
            if (finished && behaviour.acceptedWrong() > 0) {
                assertThat(correct).as(problem.prompt() + worked).isFalse();
            }
            if (flawless && worked.thought().endsWith(".") && !worked.thought().contains("guess")) {
                assertThat(correct).as(problem.prompt() + worked).isTrue();
            }
            right += correct ? 1 : 0;
            all = all.plus(behaviour);
        }
        assertThat(right).as("right solutions of " + SOLUTIONS).isBetween(SOLUTIONS / 2, SOLUTIONS - 5);
        assertThat(all.acceptedRight()).as("right answers accepted").isGreaterThan(SOLUTIONS / 3);
        assertThat(all.rejectedWrong()).as("wrong answers rejected").isPositive();
        assertThat(all.backtracks()).as("backtracks").isPositive();
    }

    @Test
    void difficulty_is_measured() {
        Task task = Tasks.named(name);
        for (int i = 0; i < 50; i++) {
            Problem problem = taskset().problem(Split.TRAIN, 4, i);
            assertThat(task.difficulty().measure(problem).axes()).isNotEmpty();
            assertThat(task.difficulty().measure(problem).effort())
                    .as(problem.prompt())
                    .isPositive();
        }
    }

    @Test
    void thoughts_of_any_kind_can_be_read() {
        Task task = Tasks.named(name);
        Problem problem = taskset().problem(Split.TRAIN, 5, 0);
        for (String thought : List.of(
                "",
                "=",
                "So ? yes!",
                "So So So? no.",
                "yes!",
                "1/0=1, ",
                "9^9^9=2, ",
                "(".repeat(100_000),
                "1=".repeat(50_000),
                "9".repeat(100_000),
                "So ".repeat(40_000))) {
            assertThat(task.thoughts().read(problem, thought).acceptedRight()).isZero();
        }
        String right = solve(problem);
        assertThat(task.thoughts().read(problem, "So " + right + "? yes!").acceptedRight())
                .isEqualTo(taskset().verifier().verify(problem, right).equals(Verdict.CORRECT) ? 1 : 0);
    }
}
