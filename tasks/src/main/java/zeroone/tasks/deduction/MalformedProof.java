package zeroone.tasks.deduction;

/** A text that is no formula or no proof; the reason completes "the answer …". */
final class MalformedProof extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    MalformedProof(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
