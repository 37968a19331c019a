package zeroone.tasks.queens;

/**
 * One kind of queens completion. Every problem has exactly one solution: as many squares are blocked as that needs.
 *
 * @param name name of the task
 * @param size rows, columns and queens, 5 to 10
 * @param maxGivens most queens given; the number is drawn uniformly from 0
 * @param maxDecoys most squares blocked that need not be; the number is drawn uniformly from 0
 */
public record QueensConfig(String name, int size, int maxGivens, int maxDecoys) {
    public static final QueensConfig SIX = new QueensConfig("queens-6", 6, 2, 8);

    public static final QueensConfig EIGHT = new QueensConfig("queens-8", 8, 2, 12);

    public QueensConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (size < 5 || size > 10) {
            throw new IllegalArgumentException("size must be in [5, 10]: " + size);
        }
        if (maxGivens < 0 || maxGivens >= size) {
            throw new IllegalArgumentException("maxGivens must be in [0, " + (size - 1) + "]: " + maxGivens);
        }
        if (maxDecoys < 0 || maxDecoys > size * size / 2) {
            throw new IllegalArgumentException("maxDecoys must be in [0, " + size * size / 2 + "]: " + maxDecoys);
        }
    }
}
