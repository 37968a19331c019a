package zeroone.tasks.knights;

/**
 * One kind of knights and knaves. Every problem has exactly one solution.
 *
 * @param name name of the task
 * @param people how many people there are, 3 to 8; each says one thing
 */
public record KnightsConfig(String name, int people) {
    public static final KnightsConfig THREE = new KnightsConfig("knights-3", 3);

    public static final KnightsConfig FIVE = new KnightsConfig("knights-5", 5);

    public KnightsConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (people < 3 || people > 8) {
            throw new IllegalArgumentException("people must be in [3, 8]: " + people);
        }
    }
}
