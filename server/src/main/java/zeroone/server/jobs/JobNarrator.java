package zeroone.server.jobs;

import java.time.Instant;
import java.util.List;
import zeroone.text.generation.Completion;
import zeroone.text.generation.TokenEvent;

/**
 * Turns the tokens of one response into its events. To take a job up again, tell the narrator all tokens from the first on
 * and drop the events whose sequence numbers are in the log. Events depend on the order of tokens within a sample and not
 * on how samples interleave. Not thread-safe.
 */
public interface JobNarrator {
    /** The events before the first token: the response is created, queued, in progress. */
    List<JobEvent> begin();

    /**
     * The prompt was read for a sample; told once, before its first token, and not again after an interruption.
     *
     * @param cached tokens of it that need not be read, because a request before began alike
     */
    void promptRead(int sample, int cached);

    /**
     * One more token.
     *
     * @param sample index in the plan; the event's own sample number is not read
     */
    List<JobEvent> token(int sample, TokenEvent event);

    /** A sample has ended; after the last one nothing more is told but {@link #end}. */
    List<JobEvent> finished(int sample, Completion completion);

    /**
     * The last events: those of the answer where they were waited for, and the one that ends the response. The status
     * follows from the completions, except for what only the runner knows.
     *
     * @param ending why the runner ends it
     */
    List<JobEvent> end(JobEnding ending, Instant now);

    /** Status after {@link #end}; in progress before. */
    JobStatus status();

    /**
     * The response object as it stands, as JSON. A thought is in it only where its owner may see it.
     *
     * @param status what the runner knows: queued before it runs it
     */
    String response(JobStatus status);

    JobProgress progress();
}
