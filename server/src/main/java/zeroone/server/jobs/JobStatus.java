package zeroone.server.jobs;

import java.util.Locale;

/** Where a response stands. */
public enum JobStatus {
    QUEUED,
    IN_PROGRESS,
    COMPLETED,
    /** It met a limit before it was complete. */
    INCOMPLETE,
    FAILED,
    CANCELLED;

    /** Whether nothing more comes. */
    public boolean terminal() {
        return switch (this) {
            case QUEUED, IN_PROGRESS -> false;
            case COMPLETED, INCOMPLETE, FAILED, CANCELLED -> true;
        };
    }

    /** As in the {@code status} of a response on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
