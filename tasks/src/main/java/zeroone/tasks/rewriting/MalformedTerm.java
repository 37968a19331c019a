package zeroone.tasks.rewriting;

/** A text that is no term or no chain of terms; the reason completes "the answer …". */
final class MalformedTerm extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    MalformedTerm(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
