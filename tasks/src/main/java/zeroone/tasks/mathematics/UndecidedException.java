package zeroone.tasks.mathematics;

/** A text or a value that is outside what is read or decided here; the reason completes "the answer …". */
final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    UndecidedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
