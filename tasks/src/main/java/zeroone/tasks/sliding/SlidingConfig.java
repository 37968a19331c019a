package zeroone.tasks.sliding;

/**
 * One kind of 3×3 sliding tiles. The tiles are shuffled by sliding them, so a solution of so many moves exists.
 *
 * @param name name of the task
 * @param minMoves fewest slides of the shuffle; the number is drawn uniformly, and an answer may have as many
 * @param maxMoves most slides of the shuffle
 */
public record SlidingConfig(String name, int minMoves, int maxMoves) {
    public static final SlidingConfig SIX = new SlidingConfig("sliding-6", 4, 6);

    public static final SlidingConfig TEN = new SlidingConfig("sliding-10", 7, 10);

    public SlidingConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (minMoves < 3 || minMoves > maxMoves || maxMoves > 40) {
            throw new IllegalArgumentException(
                    "3 <= minMoves <= maxMoves <= 40 must hold: " + minMoves + " to " + maxMoves);
        }
    }
}
