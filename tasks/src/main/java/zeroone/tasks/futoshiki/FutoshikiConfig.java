package zeroone.tasks.futoshiki;

/**
 * One kind of Futoshiki. Every puzzle has exactly one solution.
 *
 * @param name name of the task
 * @param size rows and columns, 3 to 7
 * @param minGivens fewest digits given; the number is drawn uniformly
 * @param maxGivens most digits given
 * @param minInequalities fewest inequalities; the number is drawn uniformly
 * @param maxInequalities most inequalities, at most as many as there are pairs of neighbouring cells
 */
public record FutoshikiConfig(
        String name, int size, int minGivens, int maxGivens, int minInequalities, int maxInequalities) {
    public static final FutoshikiConfig FOUR = new FutoshikiConfig("futoshiki-4", 4, 3, 6, 5, 9);

    public static final FutoshikiConfig FIVE = new FutoshikiConfig("futoshiki-5", 5, 5, 9, 7, 14);

    public FutoshikiConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (size < 3 || size > 7) {
            throw new IllegalArgumentException("size must be in [3, 7]: " + size);
        }
        range("Givens", minGivens, maxGivens, size * size);
        range("Inequalities", minInequalities, maxInequalities, 2 * size * (size - 1));
    }

    private static void range(String what, int min, int max, int most) {
        if (min < 0 || min > max || max > most) {
            throw new IllegalArgumentException(
                    "0 <= min" + what + " <= max" + what + " <= " + most + " must hold: " + min + " to " + max);
        }
    }
}
