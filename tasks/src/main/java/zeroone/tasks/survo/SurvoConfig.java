package zeroone.tasks.survo;

/**
 * One kind of Survo. Every puzzle has exactly one solution, which is proved.
 *
 * @param name name of the task
 * @param rows rows, 2 to 4
 * @param columns columns, 3 to 5; the numbers are 1 to rows times columns
 * @param minGivens fewest numbers given; the number is drawn uniformly
 * @param maxGivens most numbers given
 */
public record SurvoConfig(String name, int rows, int columns, int minGivens, int maxGivens) {
    public static final SurvoConfig THREE = new SurvoConfig("survo-9", 3, 3, 2, 4);

    public static final SurvoConfig FOUR = new SurvoConfig("survo-12", 3, 4, 4, 6);

    public SurvoConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (rows < 2 || rows > 4 || columns < 3 || columns > 5) {
            throw new IllegalArgumentException(
                    "rows must be in [2, 4] and columns in [3, 5]: " + rows + " and " + columns);
        }
        if (minGivens < 0 || minGivens > maxGivens || maxGivens >= rows * columns) {
            throw new IllegalArgumentException("0 <= minGivens <= maxGivens < " + rows * columns + " must hold: "
                    + minGivens + " to " + maxGivens);
        }
    }
}
