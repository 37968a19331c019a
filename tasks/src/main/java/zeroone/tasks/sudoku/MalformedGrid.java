package zeroone.tasks.sudoku;

/** Text that is not a grid. */
final class MalformedGrid extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    MalformedGrid(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What is wrong with the text. */
    String reason() {
        return reason;
    }
}
