package zeroone.tasks.countdown;

/** An answer that is not in the grammar. */
final class MalformedAnswer extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    MalformedAnswer(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Where the answer leaves the grammar, and why. */
    String reason() {
        return reason;
    }
}
