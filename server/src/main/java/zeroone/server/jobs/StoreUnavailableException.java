package zeroone.server.jobs;

/** The store of jobs cannot be reached or cannot write. Nothing that was promised is lost; it is worth to try again. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the database said, in one line: for a log, not for a client. */
    String cause() {
        Throwable root = this;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
