package zeroone.tasks.sandbox;

/** The sandbox itself broke, so nothing is known of the program. Never a verdict on the program. */
public final class SandboxFailure extends RuntimeException {
    SandboxFailure(String message) {
        super(message);
    }

    SandboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
