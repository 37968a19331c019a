package zeroone.tasks.puzzle;

/** An answer that does not solve its puzzle, or is not one of the form asked for. */
public final class WrongAnswer extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    /** The reason continues a sentence that begins with "the answer": "gives B red against A". */
    public WrongAnswer(String reason) {
        // Wrong answers are the rule, not the exception: no stack trace.
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What is wrong with the answer. */
    public String reason() {
        return reason;
    }
}
