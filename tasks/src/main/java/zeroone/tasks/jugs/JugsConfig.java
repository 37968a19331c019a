package zeroone.tasks.jugs;

/**
 * One kind of jug puzzle. Capacities, amounts and target are drawn uniformly until the fewest moves are in range.
 *
 * @param name name of the task
 * @param jugs how many jugs there are, 2 to 4
 * @param minCapacity smallest capacity in litres
 * @param maxCapacity largest capacity in litres
 * @param minMoves fewest moves of the shortest solution
 * @param maxMoves most moves of the shortest solution
 * @param slack how many moves more than the fewest an answer may have
 */
public record JugsConfig(
        String name, int jugs, int minCapacity, int maxCapacity, int minMoves, int maxMoves, int slack) {
    public static final JugsConfig TWO = new JugsConfig("jugs-2", 2, 3, 15, 3, 8, 2);

    public static final JugsConfig THREE = new JugsConfig("jugs-3", 3, 3, 20, 4, 10, 2);

    public JugsConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (jugs < 2 || jugs > 4) {
            throw new IllegalArgumentException("jugs must be in [2, 4]: " + jugs);
        }
        if (minCapacity < 1 || maxCapacity < minCapacity + jugs || maxCapacity > 30) {
            throw new IllegalArgumentException(
                    "1 <= minCapacity <= maxCapacity - jugs and maxCapacity <= 30 must hold: " + minCapacity + " to "
                            + maxCapacity);
        }
        if (minMoves < 1 || minMoves > maxMoves || maxMoves > 40) {
            throw new IllegalArgumentException(
                    "1 <= minMoves <= maxMoves <= 40 must hold: " + minMoves + " to " + maxMoves);
        }
        if (slack < 0 || slack > 20) {
            throw new IllegalArgumentException("slack must be in [0, 20]: " + slack);
        }
    }
}
