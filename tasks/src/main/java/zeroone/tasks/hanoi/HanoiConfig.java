package zeroone.tasks.hanoi;

/**
 * One kind of towers of Hanoi. Start and goal are drawn uniformly among all positions on three pegs.
 *
 * @param name name of the task
 * @param discs how many discs there are, 3 to 7
 * @param minMoves fewest moves of a shortest solution
 * @param maxMoves most moves of a shortest solution
 * @param slack how many moves more than the fewest an answer may have
 */
public record HanoiConfig(String name, int discs, int minMoves, int maxMoves, int slack) {
    public static final HanoiConfig FOUR = new HanoiConfig("hanoi-4", 4, 3, 7, 2);

    public static final HanoiConfig FIVE = new HanoiConfig("hanoi-5", 5, 5, 12, 2);

    public HanoiConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (discs < 3 || discs > 7) {
            throw new IllegalArgumentException("discs must be in [3, 7]: " + discs);
        }
        if (minMoves < 1 || minMoves > maxMoves || minMoves > 1 << discs - 1) {
            throw new IllegalArgumentException("1 <= minMoves <= maxMoves and minMoves <= " + (1 << discs - 1)
                    + " must hold, so that such positions are common: " + minMoves + " to " + maxMoves);
        }
        if (slack < 0 || slack > 20) {
            throw new IllegalArgumentException("slack must be in [0, 20]: " + slack);
        }
    }
}
