package zeroone.tasks.countdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;

class CountdownSolverTest {
    private final CountdownSolver solver = new CountdownSolver(CountdownConfig.THREE);

    @Test
    void its_solutions_satisfy_the_verifier_of_every_variant() {
        for (CountdownConfig config :
                List.of(CountdownConfig.THREE, CountdownConfig.FOUR, CountdownConfig.TEN_TO_HUNDRED)) {
            Task task = Countdown.task(config);
            for (int i = 0; i < 100; i++) {
                Problem problem = task.problems().problem(Split.TEST, 2, i);
                String solution = new CountdownSolver(config).solve(problem).orElseThrow();
                assertThat(task.problems().verifier().verify(problem, solution).isCorrect())
                        .as(problem.prompt() + " " + solution)
                        .isTrue();
            }
        }
    }

    @Test
    void says_that_there_is_no_solution() {
        assertThat(solver.solve(CountdownVerifierTest.problem(99, 1, 1, 1))).isEmpty();
        assertThat(solver.solvable(List.of(1, 1, 1), 99)).isFalse();
        assertThat(solver.solvable(List.of(13, 5, 8), 16)).isTrue();
    }

    @Test
    void counts_leaves_and_solutions() {
        // 2+3, 3-2, 2*3; the division is not exact.
        assertThat(new CountdownSolver(CountdownConfig.THREE).difficulty(CountdownVerifierTest.problem(6, 2, 3)))
                .isEqualTo(new CountdownSolver.Difficulty(3, 1));
    }
}
