package zeroone.server.jobs;

import java.util.Optional;

/**
 * What an owner writes of a job at once. Without an entry it is a sign of life.
 *
 * @param lease as it was before
 * @param outcome ends the job
 */
record Checkpoint(Lease lease, Optional<LogEntry> entry, Optional<Outcome> outcome) {
    /** The lease after it. */
    Lease next() {
        long entries = lease.entries() + (entry.isPresent() ? 1 : 0);
        long last = entry.map(LogEntry::lastSequence).orElse(lease.lastSequence());
        return new Lease(
                lease.request(), lease.fence(), entries, last, lease.attempts(), lease.answerNow(), lease.cancelled());
    }

    boolean hasTokens() {
        return entry.isPresent() && !entry.get().told().isEmpty();
    }
}
