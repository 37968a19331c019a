package zeroone.tasks.nonogram;

/**
 * One kind of nonogram. Cells are filled at random; only puzzles with one solution are kept.
 *
 * @param name name of the task
 * @param size rows and columns, 3 to 6
 * @param filled share of the cells that are filled
 */
public record NonogramConfig(String name, int size, double filled) {
    public static final NonogramConfig FOUR = new NonogramConfig("nonogram-4", 4, .55);

    public static final NonogramConfig FIVE = new NonogramConfig("nonogram-5", 5, .58);

    public NonogramConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (size < 3 || size > 6) {
            throw new IllegalArgumentException("size must be in [3, 6]: " + size);
        }
        if (!(filled >= 0.3 && filled <= 0.8)) {
            throw new IllegalArgumentException("filled is a share and must be in [0.3, 0.8]: " + filled);
        }
    }
}
