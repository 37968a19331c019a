package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zeroone.tasks.Split;
import zeroone.tasks.countdown.Countdown;
import zeroone.tasks.countdown.CountdownConfig;
import zeroone.text.CounterRandom;

class VerifyCommandTest {
    private final Shell shell = new Shell();

    @Test
    void a_problem_can_be_shown() {
        assertThat(shell.run("verify", "countdown-3", "--problem", "4", "--show"))
                .isZero();

        assertThat(shell.out().strip()).isEqualTo(problem(4).prompt());
    }

    @Test
    void a_correct_answer_is_exit_code_0() {
        assertThat(shell.runWithInput(rightAnswer() + "\n", "verify", "countdown-3", "--problem", "0"))
                .isZero();
        assertThat(shell.out().strip()).isEqualTo("correct");
    }

    @Test
    void the_right_answer_to_one_problem_is_wrong_for_another_split() {
        assertThat(shell.runWithInput(rightAnswer(), "verify", "countdown-3", "--problem", "0", "--split", "train"))
                .isEqualTo(1);
        assertThat(shell.out()).startsWith("incorrect: ");
    }

    @Test
    void nothing_is_no_answer() {
        assertThat(shell.runWithInput(" \n", "verify", "countdown-3", "--problem", "0"))
                .isEqualTo(1);
        assertThat(shell.out().strip()).isEqualTo("no answer");
    }

    @Test
    void an_endless_answer_is_refused() {
        assertThat(shell.runWithInput("1+".repeat(1 << 20), "verify", "countdown-3", "--problem", "0"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("longer than 1048576 bytes");
    }

    @Test
    void an_unknown_task_and_a_negative_problem_are_failures_that_say_so() {
        assertThat(shell.run("verify", "countdwn", "--problem", "0")).isEqualTo(1);
        assertThat(shell.err()).startsWith("zeroone: there is no task countdwn; there are countdown-3");

        assertThat(shell.run("verify", "countdown-3", "--problem", "-1")).isEqualTo(1);
        assertThat(shell.err()).startsWith("zeroone: problems are numbered from 0: -1");
    }

    private static zeroone.tasks.Problem problem(long index) {
        return Countdown.task(CountdownConfig.THREE).problems().problem(Split.TEST, 0, index);
    }

    /** People write wrong solutions too; sooner or later one writes a right one. */
    private static String rightAnswer() {
        var task = Countdown.task(CountdownConfig.THREE);
        for (long seed = 0; seed < 10_000; seed++) {
            var solution = task.workedSolutions()
                    .write(problem(0), CounterRandom.of(seed).sequence());
            if (task.problems().verifier().verify(problem(0), solution.answer()).isCorrect()) {
                return solution.answer();
            }
        }
        throw new AssertionError("no worked solution in 10,000 is right");
    }
}
