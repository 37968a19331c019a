package zeroone.tasks.sandbox;

/** The sandbox itself broke, so nothing is known of the program. Never a verdict on the program. */
public final class SandboxFailure extends RuntimeException {
    public SandboxFailure(String message) {
        super(message);
    }

    public SandboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
