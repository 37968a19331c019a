package zeroone.server.jobs;

import java.time.Duration;

/** No more background jobs are accepted for now. */
public final class JobsFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /**
     * @param message which limit was met, its value, and what to do
     * @param retryAfter when it may be worth to try again
     */
    public JobsFullException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
