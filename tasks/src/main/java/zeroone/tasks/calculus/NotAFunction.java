package zeroone.tasks.calculus;

/** A text that is not a function of the kind read here; the reason completes "the answer …". */
final class NotAFunction extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    NotAFunction(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
