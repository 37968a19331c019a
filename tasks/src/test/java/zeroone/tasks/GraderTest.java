package zeroone.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class GraderTest {
    private static final Problem PROBLEM = new Problem("fake", "1", "One?", JsonNodeFactory.instance.objectNode());

    @Test
    void passes_the_verdict_on() {
        Grader grader = new Grader(Duration.ofSeconds(30));
        assertThat(grader.grade((problem, answer) -> Verdict.incorrect(answer + " is wrong"), PROBLEM, "2"))
                .isEqualTo(new Grade.Judged(Verdict.incorrect("2 is wrong")));
        assertThat(grader.grade((problem, answer) -> Verdict.CORRECT, PROBLEM, "1")
                        .isCorrect())
                .isTrue();
    }

    @Test
    void a_verifier_that_throws_is_a_failure_not_a_wrong_answer() {
        Grade grade = new Grader(Duration.ofSeconds(30))
                .grade(
                        (problem, answer) -> {
                            throw new IllegalStateException("no reference data");
                        },
                        PROBLEM,
                        "1");
        assertThat(grade)
                .isEqualTo(new Grade.Failed(
                        "the verifier of fake failed: java.lang.IllegalStateException: no reference data"));
        assertThat(grade.isCorrect()).isFalse();
    }

    @Test
    void a_stack_overflow_is_survived() {
        assertThat(new Grader(Duration.ofSeconds(30)).grade(GraderTest::forEver, PROBLEM, "1"))
                .isInstanceOfSatisfying(
                        Grade.Failed.class, failed -> assertThat(failed.error()).contains("StackOverflowError"));
    }

    @Test
    void a_verifier_that_never_ends_is_stopped_and_interrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Grade grade = new Grader(Duration.ofMillis(20))
                .grade(
                        (problem, answer) -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                            interrupted.countDown();
                            return Verdict.CORRECT;
                        },
                        PROBLEM,
                        "1");
        assertThat(grade).isEqualTo(new Grade.Failed("the verifier of fake took longer than 20 ms"));
        interrupted.await();
    }

    @Test
    void a_verifier_that_asks_for_more_time_gets_it() {
        Verifier slow = new Verifier() {
            @Override
            public Verdict verify(Problem problem, String answer) {
                long start = System.nanoTime();
                while (System.nanoTime() - start < Duration.ofMillis(50).toNanos()) {
                    Thread.onSpinWait();
                }
                return Verdict.CORRECT;
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(30);
            }
        };
        assertThat(new Grader(Duration.ofMillis(1)).grade(slow, PROBLEM, "1"))
                .isEqualTo(new Grade.Judged(Verdict.CORRECT));
    }

    @Test
    void an_interrupted_caller_gets_a_failure_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        Grade grade = new Grader(Duration.ofSeconds(30))
                .grade(
                        (problem, answer) -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait(); // a verdict that is there already would be returned
                            }
                            return Verdict.CORRECT;
                        },
                        PROBLEM,
                        "1");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(grade).isEqualTo(new Grade.Failed("grading was interrupted"));
    }

    @Test
    void a_time_limit_must_be_positive() {
        assertThatThrownBy(() -> new Grader(Duration.ZERO)).hasMessageContaining("must be positive: PT0S");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Verdict forEver(Problem problem, String answer) {
        return forEver(problem, answer + "1").isCorrect() ? Verdict.CORRECT : Verdict.NO_ANSWER;
    }
}
