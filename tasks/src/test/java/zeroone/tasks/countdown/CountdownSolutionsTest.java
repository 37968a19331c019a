package zeroone.tasks.countdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.Verdict;
import zeroone.tasks.WorkedSolution;
import zeroone.text.CounterRandom;

class CountdownSolutionsTest {
    private static final TraceMixture FLAWLESS = new TraceMixture(0, 0, 0, .5, 1, 0, 4);

    @Test
    void somebody_who_never_gives_up_always_solves_it_without_a_false_step_or_a_repetition() {
        Task task = Countdown.task(CountdownConfig.THREE, FLAWLESS);
        for (int i = 0; i < 500; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 1, i);
            WorkedSolution solution = write(task, problem, i);
            ThoughtBehaviour behaviour = task.thoughts().read(problem, solution.thought());
            assertThat(task.problems().verifier().verify(problem, solution.answer()))
                    .as(solution.toString())
                    .isEqualTo(Verdict.CORRECT);
            assertThat(behaviour.falseSteps()).as(solution.toString()).isZero();
            assertThat(behaviour.revisits()).as(solution.toString()).isZero();
            assertThat(behaviour.acceptedRight()).as(solution.toString()).isEqualTo(1);
            assertThat(behaviour.acceptedWrong() + behaviour.rejectedRight())
                    .as(solution.toString())
                    .isZero();
        }
    }

    @Test
    void a_systematic_search_reads_exactly_like_this() {
        Task task = Countdown.task(CountdownConfig.THREE, new TraceMixture(0, 0, 0, 1, 1, 0, 0));
        Problem problem = CountdownVerifierTest.problem(16, 13, 5, 8);
        assertThat(write(task, problem, 1))
                .isEqualTo(new WorkedSolution(
                        " Go in order: 13+5=18 left 8, 18+8=26 want 16 high. 18-8=10 want 16 low. 18*8=144 want 16 high."
                                + " Wait, 13-5=8 left 8, 8+8=16 want 16 yes!",
                        "(13-5)+8"));
    }

    @Test
    void the_careless_check_nothing_and_answer_what_they_tried_last() {
        Task task = Countdown.task(CountdownConfig.FOUR, new TraceMixture(0, 1, 0, 0, 0, 0, 4));
        for (int i = 0; i < 100; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 1, i);
            WorkedSolution solution = write(task, problem, i);
            assertThat(solution.thought()).startsWith(" Quick try: ").doesNotContain("want");
            assertThat(task.thoughts().read(problem, solution.thought()).checks())
                    .isZero();
            String lastValue = solution.thought()
                    .substring(solution.thought().lastIndexOf('=') + 1)
                    .replace(".", "");
            assertThat(task.problems().verifier().verify(problem, solution.answer()))
                    .isIn(
                            Verdict.CORRECT,
                            Verdict.incorrect("makes " + lastValue + ", not "
                                    + problem.data().get("target").asInt()));
        }
    }

    @Test
    void the_sloppy_make_false_steps_or_say_yes_to_what_is_wrong() {
        Task task = Countdown.task(CountdownConfig.THREE, new TraceMixture(0, 0, 1, 0, 1, 0, 4));
        ThoughtBehaviour sum = behaviour(task, 300);
        assertThat(sum.falseSteps()).isPositive();
        assertThat(sum.acceptedWrong()).isPositive();
    }

    @Test
    void every_answer_uses_the_numbers_properly_even_a_guess() {
        Task task = Countdown.task(CountdownConfig.FOUR);
        for (int i = 0; i < 2_000; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 3, i);
            WorkedSolution solution = write(task, problem, i);
            Verdict verdict = task.problems().verifier().verify(problem, solution.answer());
            if (verdict instanceof Verdict.Incorrect(String reason)) {
                assertThat(reason).as(solution.toString()).startsWith("makes ");
            } else {
                assertThat(verdict).isEqualTo(Verdict.CORRECT);
            }
        }
    }

    @Test
    void the_default_mixture_solves_about_a_quarter_and_backtracks() {
        Task task = Countdown.task(CountdownConfig.THREE);
        int solved = 0;
        for (int i = 0; i < 2_000; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 5, i);
            if (task.problems()
                    .verifier()
                    .verify(problem, write(task, problem, i).answer())
                    .isCorrect()) {
                solved++;
            }
        }
        assertThat(solved / 2_000.0).isCloseTo(.23, within(.05));
        assertThat(behaviour(task, 500).backtracks()).isPositive();
    }

    @Test
    void the_same_random_numbers_write_the_same_solution() {
        Task task = Countdown.task(CountdownConfig.FOUR);
        Problem problem = task.problems().problem(Split.TEST, 1, 1);
        assertThat(write(task, problem, 9)).isEqualTo(write(task, problem, 9));
    }

    private static ThoughtBehaviour behaviour(Task task, int count) {
        ThoughtBehaviour sum = ThoughtBehaviour.NONE;
        for (int i = 0; i < count; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 1, i);
            sum = sum.plus(task.thoughts().read(problem, write(task, problem, i).thought()));
        }
        return sum;
    }

    private static WorkedSolution write(Task task, Problem problem, long seed) {
        return task.workedSolutions().write(problem, CounterRandom.of(seed).sequence());
    }
}
