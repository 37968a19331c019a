package zeroone.tasks;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs verifiers under a time limit. A verifier that throws, overflows its stack or takes too long gives a {@link
 * Grade.Failed}, never a wrong answer.
 *
 * @param limit how long one answer may take, unless its verifier asks for more (see {@link Verifier#patience}). Keep it
 *     generous: it is there for endless loops, and a busy machine must not turn into failures. A verifier that ignores
 *     interruption goes on in its daemon thread after the limit.
 */
public record Grader(Duration limit) {
    public Grader {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("the time limit of a grader must be positive: " + limit);
        }
    }

    /** Judges one answer on a thread of its own; safe to call from many threads. */
    public Grade grade(Verifier verifier, Problem problem, String answer) {
        Duration patience = verifier.patience().compareTo(limit) > 0 ? verifier.patience() : limit;
        FutureTask<Verdict> judging = new FutureTask<>(() -> verifier.verify(problem, answer));
        // A platform thread, since a verifier computes: endless loops on virtual threads would use up their carriers.
        Thread.ofPlatform().daemon().name("grading " + problem.task()).start(judging);
        try {
            return new Grade.Judged(judging.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failure) {
            return new Grade.Failed("the verifier of " + problem.task() + " failed: " + failure.getCause());
        } catch (TimeoutException timeout) {
            judging.cancel(true);
            return new Grade.Failed(
                    "the verifier of " + problem.task() + " took longer than " + patience.toMillis() + " ms");
        } catch (InterruptedException interruption) {
            judging.cancel(true);
            Thread.currentThread().interrupt();
            return new Grade.Failed("grading was interrupted");
        }
    }
}
