package zeroone.tasks.river;

/**
 * One kind of river crossing. Weights, conflicts and the boat's limit are drawn until a solution exists and has so many
 * crossings.
 *
 * @param name name of the task
 * @param items how many things must be carried, 3 to 8
 * @param maxWeight largest weight of a thing; weights are drawn uniformly from 1
 * @param conflicts share of the pairs that may not be left together
 * @param minCrossings fewest crossings of the shortest solution
 * @param maxCrossings most crossings of the shortest solution
 * @param slack how many crossings more than the fewest an answer may have
 */
public record RiverConfig(
        String name, int items, int maxWeight, double conflicts, int minCrossings, int maxCrossings, int slack) {
    public static final RiverConfig FOUR = new RiverConfig("river-4", 4, 9, .4, 5, 9, 2);

    public static final RiverConfig SIX = new RiverConfig("river-6", 6, 9, .35, 7, 15, 2);

    public RiverConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (items < 3 || items > 8) {
            throw new IllegalArgumentException("items must be in [3, 8]: " + items);
        }
        if (maxWeight < 1 || maxWeight > 99) {
            throw new IllegalArgumentException("maxWeight must be in [1, 99]: " + maxWeight);
        }
        if (!(conflicts >= 0 && conflicts <= 1)) {
            throw new IllegalArgumentException("conflicts is a share and must be in [0, 1]: " + conflicts);
        }
        if (minCrossings < 1 || minCrossings > maxCrossings || maxCrossings > 40) {
            throw new IllegalArgumentException(
                    "1 <= minCrossings <= maxCrossings <= 40 must hold: " + minCrossings + " to " + maxCrossings);
        }
        if (slack < 0 || slack > 20) {
            throw new IllegalArgumentException("slack must be in [0, 20]: " + slack);
        }
    }
}
