package zeroone.tasks.lights;

/**
 * One kind of lights out.
 *
 * @param name name of the task
 * @param size rows and columns, 3 to 5
 * @param minPresses fewest cells pressed to make a problem; the number is drawn uniformly
 * @param maxPresses most cells pressed
 */
public record LightsConfig(String name, int size, int minPresses, int maxPresses) {
    public static final LightsConfig FOUR = new LightsConfig("lights-4", 4, 2, 7);

    public static final LightsConfig FIVE = new LightsConfig("lights-5", 5, 4, 12);

    public LightsConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (size < 3 || size > 5) {
            throw new IllegalArgumentException("size must be in [3, 5]: " + size);
        }
        if (minPresses < 1 || minPresses > maxPresses || maxPresses > size * size) {
            throw new IllegalArgumentException("1 <= minPresses <= maxPresses <= " + size * size + " must hold: "
                    + minPresses + " to " + maxPresses);
        }
    }
}
