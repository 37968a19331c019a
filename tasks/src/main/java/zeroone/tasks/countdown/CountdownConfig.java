package zeroone.tasks.countdown;

/**
 * One variant of Countdown. Several published tasks bear the name and their figures do not compare; this record says
 * which one is meant. Numbers and target are drawn uniformly until a search finds a solution with the operations
 * + - * / whose divisions are exact and whose intermediate results are in range.
 *
 * @param name name of the task
 * @param count how many numbers a problem has
 * @param minNumber smallest number; numbers may repeat
 * @param maxNumber largest number
 * @param minTarget smallest target
 * @param maxTarget largest target
 * @param minIntermediate smallest intermediate result of the solution that is known to exist: 1, or 0
 * @param maxIntermediate largest intermediate result of that solution
 * @param wholeOnly whether the intermediate results of an answer, too, must be whole numbers and not negative; if not,
 *     any exact arithmetic will do
 */
public record CountdownConfig(
        String name,
        int count,
        int minNumber,
        int maxNumber,
        int minTarget,
        int maxTarget,
        int minIntermediate,
        int maxIntermediate,
        boolean wholeOnly) {
    /** Three numbers from 1 to 13, target 10 to 99. No solution is lost by keeping results below 200. */
    public static final CountdownConfig THREE = new CountdownConfig("countdown-3", 3, 1, 13, 10, 99, 1, 199, false);

    /** Four numbers from 1 to 13, target 10 to 99. */
    public static final CountdownConfig FOUR = new CountdownConfig("countdown-4", 4, 1, 13, 10, 99, 1, 199, false);

    /**
     * The rules of Stream of Search (Gandhi et al., 2024) and the papers that follow it: four numbers from 1 to 99,
     * target 10 to 100, every intermediate result a non-negative integer, in the answer too. The published split holds
     * out targets; this one holds out problems.
     */
    public static final CountdownConfig TEN_TO_HUNDRED =
            new CountdownConfig("countdown-10-100", 4, 1, 99, 10, 100, 0, 999_999_999, true);

    public CountdownConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        range("count", count, 2, 6);
        range("minNumber", minNumber, 1, 9_999);
        range("maxNumber", maxNumber, minNumber, 9_999);
        range("minTarget", minTarget, 1, 99_999);
        range("maxTarget", maxTarget, minTarget, 99_999);
        range("minIntermediate", minIntermediate, 0, 1);
        range("maxIntermediate", maxIntermediate, maxTarget, 999_999_999);
    }

    private static void range(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "]: " + value);
        }
    }
}
