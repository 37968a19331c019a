package zeroone.tasks.code.judge;

import java.util.Optional;

/**
 * Compares what a program printed. Implementations treat the output as hostile: it may be a megabyte of anything.
 * Thread-safe.
 */
@FunctionalInterface
public interface Checker {
    /** Words, separated by any white space, that are equal one by one. */
    Checker TOKENS = new TokenChecker();

    /**
     * What is wrong with the output; empty if it is right. The complaint names no more of the expected output than it may:
     * it is shown for samples only.
     */
    Optional<String> complaint(TestCase test, String output);

    /** Words as {@link #TOKENS}, where numbers may be off by {@code tolerance}, absolutely or relatively. */
    static Checker numbers(double tolerance) {
        return new NumberChecker(tolerance);
    }
}
