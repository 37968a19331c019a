package zeroone.tasks.zebra;

/**
 * One kind of zebra puzzle. Every problem has exactly one solution, which is proved.
 *
 * @param name name of the task
 * @param houses how many houses stand in the row, 3 to 5
 * @param groups how many groups of items (people, drinks, …) there are, 2 to 5; each house has one item of each
 * @param minClues fewest clues; the number is drawn uniformly
 * @param maxClues most clues
 */
public record ZebraConfig(String name, int houses, int groups, int minClues, int maxClues) {
    public static final ZebraConfig THREE = new ZebraConfig("zebra-3", 3, 3, 6, 9);

    public static final ZebraConfig FOUR = new ZebraConfig("zebra-4", 4, 4, 13, 17);

    public ZebraConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (houses < 3 || houses > 5) {
            throw new IllegalArgumentException("houses must be in [3, 5]: " + houses);
        }
        if (groups < 2 || groups > 5) {
            throw new IllegalArgumentException("groups must be in [2, 5]: " + groups);
        }
        if (minClues < houses || minClues > maxClues || maxClues > 40) {
            throw new IllegalArgumentException(
                    houses + " <= minClues <= maxClues <= 40 must hold: " + minClues + " to " + maxClues);
        }
    }
}
