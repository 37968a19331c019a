package zeroone.server.jobs;

import java.util.Objects;

/** Why a job's runner ends it. */
public sealed interface JobEnding {
    /** All samples have ended by themselves. */
    record Finished() implements JobEnding {}

    /** Somebody cancelled it. */
    record Cancelled() implements JobEnding {}

    /** Its time was up. */
    record DeadlineMet() implements JobEnding {}

    /**
     * It cannot go on.
     *
     * @param message for its owner; nothing of the thought, of other tenants, or of the inside of the server
     */
    record Failed(String message) implements JobEnding {
        public Failed {
            Objects.requireNonNull(message, "message");
        }
    }
}
