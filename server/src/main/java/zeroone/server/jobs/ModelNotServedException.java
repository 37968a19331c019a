package zeroone.server.jobs;

/** An unfinished job waits for a model that this server does not serve: only one that does can tell how it stands. */
public final class ModelNotServedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ModelNotServedException(String model) {
        super("this response has not ended, and its model is not served here: " + model
                + "; ask a server that serves it, or delete the response");
    }
}
