package zeroone.server.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * Runs background responses, and keeps them: what was accepted survives the process. Every method looks only at what
 * belongs to the tenant; another's id is an unknown id. Thread-safe.
 */
public interface BackgroundJobs {
    /** The time that deadlines are compared with: near the time of day, but without its jumps. */
    Instant now();

    /**
     * Accepts a job; it is durable when this returns.
     *
     * @throws JobsFullException if the queue or the tenant's share of it is full; nothing was accepted
     */
    Job submit(JobRequest request);

    /**
     * @throws ModelNotServedException if it has not ended and runs elsewhere; the other methods that give jobs, too
     */
    Optional<Job> get(String tenant, String id);

    /** Ends it, if it has not ended: what it wrote so far stays. Asked twice, it answers the same. */
    Optional<Job> cancel(String tenant, String id);

    /** Ends its thought and lets it answer; nothing if it answers already. */
    Optional<Job> answerNow(String tenant, String id);

    /** Cancels and forgets it; false if there is none. */
    boolean delete(String tenant, String id);

    /**
     * Its events with greater sequence numbers.
     *
     * @param after -1 for all events
     */
    Optional<JobEvents> events(String tenant, String id, long after);
}
