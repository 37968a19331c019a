package zeroone.server.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs and their logs on a disk. Every method is one transaction that is durable when it returns; each may throw {@link
 * StoreUnavailableException}, after which it is not known whether the transaction happened. Thread-safe.
 */
interface JobStore {
    /**
     * Adds a queued job, with the first entry of its log.
     *
     * @throws JobsFullException if there are more queued jobs than these limits, in all or of the tenant
     * @throws IllegalArgumentException if there is a job of this id
     */
    void add(JobRequest request, LogEntry first, int queuedAtMost, int queuedOfTenantAtMost);

    Optional<StoredJob> find(String tenant, String id);

    /** How far a log is, and whether more can come. */
    record Position(boolean terminal, long lastSequence) {}

    Optional<Position> position(String tenant, String id);

    /** Entries of a log by number, from this number on, with everything that they hold. */
    List<LogEntry> log(JobRequest job, long fromNumber, int atMost);

    /** Entries with events after this sequence number, by number from this number on, without what was told. */
    List<LogEntry> events(String tenant, String id, long fromNumber, long afterSequence, int atMost);

    /**
     * Leases the queued job that is next: of the models that the owner serves and of a tenant that runs fewer than this,
     * by priority, then the tenant that runs fewest, then age.
     */
    Optional<Lease> claim(String owner, Set<String> models, int runningOfTenantAtMost, Instant now);

    /** Leases a queued job whose deadline has passed. */
    Optional<Lease> claimExpired(String owner, Set<String> models, Instant now);

    /** Takes the lease of a job that has not ended, whoever has it. */
    Optional<Lease> seize(String owner, String tenant, String id);

    /** Writes checkpoints of different jobs; one receipt each. Writing the same again changes nothing. */
    List<Receipt> append(List<Checkpoint> checkpoints, Instant now);

    /** Gives a lease back; the job is queued, and not claimed before that time. */
    void release(Lease lease, int attempts, Instant notBefore);

    /** The signs of life of all jobs that somebody runs. */
    List<Heartbeat> heartbeats();

    /** Queues a job again if its owner gave no other sign of life. */
    boolean reclaim(Heartbeat last);

    /** Remembers for whoever runs it that the answer is wanted; false if the job has ended or is unknown. */
    boolean requestAnswer(String tenant, String id);

    /** Remembers for whoever runs it that it is to end; false if the job has ended or is unknown. */
    boolean requestCancel(String tenant, String id);

    boolean delete(String tenant, String id);

    /** Forgets some jobs that ended before this time, and says how many. */
    int sweep(Instant endedBefore);
}
