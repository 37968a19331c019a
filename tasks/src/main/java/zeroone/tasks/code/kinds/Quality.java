package zeroone.tasks.code.kinds;

/** How good a program is that somebody wrote. */
public enum Quality {
    RIGHT("right"),
    /** Plausible, and wrong on some test. */
    WRONG("wrong"),
    /** Right, but too slow for the largest tests. */
    SLOW("slow");

    final String file;

    Quality(String file) {
        this.file = file;
    }
}
