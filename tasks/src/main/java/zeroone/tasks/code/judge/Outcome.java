package zeroone.tasks.code.judge;

/** What became of one test. */
public enum Outcome {
    PASSED("passed"),
    WRONG("printed a wrong answer"),
    TOO_SLOW("took too long"),
    OUT_OF_MEMORY("used too much memory"),
    TOO_MUCH_OUTPUT("printed too much"),
    FAILED("ended with an error");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
