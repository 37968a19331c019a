package zeroone.engine;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import zeroone.text.generation.ContinuationScore;

/** A call that returns when all of its continuations are scored, or throws what went wrong with the first that was not. */
final class ScoringCall {
    private final Engine engine;
    private final List<ScoringJob> jobs;

    ScoringCall(Engine engine, List<ScoringJob> jobs) {
        this.engine = engine;
        this.jobs = jobs;
    }

    boolean done() {
        return jobs.stream().allMatch(job -> job.score().isDone());
    }

    List<CompletableFuture<ContinuationScore>> scores() {
        return jobs.stream().map(ScoringJob::score).toList();
    }

    /** Computes nothing more for it. */
    void cancel() {
        for (ScoringJob job : jobs) {
            engine.ask(job, _ -> job.fail(new CancellationException("nobody wants the score any more")));
        }
    }

    /** Waits for all scores. */
    List<ContinuationScore> results() {
        try {
            for (ScoringJob job : jobs) {
                job.score().get();
            }
        } catch (ExecutionException failure) {
            cancel(); // nobody will see the others
            throw new IllegalStateException(
                    "a continuation cannot be scored: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interruption) {
            cancel();
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted while continuations were scored");
            cancelled.initCause(interruption);
            throw cancelled;
        }
        return jobs.stream().map(job -> job.score().join()).toList();
    }
}
