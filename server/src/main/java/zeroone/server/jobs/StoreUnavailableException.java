package zeroone.server.jobs;

/** The store of jobs cannot be reached or cannot write. Nothing that was promised is lost; it is worth to try again. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
