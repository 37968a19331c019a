package zeroone.tasks.maze;

/**
 * One kind of maze. Walls, start and goal are drawn uniformly until the way is long enough.
 *
 * @param name name of the task
 * @param size rows and columns, 3 to 20
 * @param walls share of the cells that are walls
 * @param minMoves fewest moves of a shortest way
 */
public record MazeConfig(String name, int size, double walls, int minMoves) {
    public static final MazeConfig FIVE = new MazeConfig("maze-5", 5, .3, 4);

    public static final MazeConfig EIGHT = new MazeConfig("maze-8", 8, .32, 8);

    public MazeConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task needs a name");
        }
        if (size < 3 || size > 20) {
            throw new IllegalArgumentException("size must be in [3, 20]: " + size);
        }
        if (!(walls >= 0 && walls <= 0.6)) {
            throw new IllegalArgumentException("walls is a share and must be in [0, 0.6]: " + walls);
        }
        if (minMoves < 1 || minMoves > 2 * (size - 1)) {
            throw new IllegalArgumentException(
                    "minMoves must be in [1, " + 2 * (size - 1) + "], so that such mazes are common: " + minMoves);
        }
    }
}
