package zeroone.tasks.sandbox;

/** This machine cannot contain a program, so none is run. The message says what is missing and how to get it. */
public final class SandboxUnavailable extends RuntimeException {
    SandboxUnavailable(String message) {
        super(message);
    }
}
