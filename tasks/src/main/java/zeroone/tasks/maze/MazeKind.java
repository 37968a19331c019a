package zeroone.tasks.maze;

import java.util.Optional;
import java.util.random.RandomGenerator;
import zeroone.tasks.path.PathSearch;
import zeroone.tasks.puzzle.MarkedGrid;
import zeroone.tasks.puzzle.PuzzleData;
import zeroone.tasks.puzzle.PuzzleKind;

/** Draws mazes whose goal is far enough from the start. */
final class MazeKind implements PuzzleKind<MazePuzzle> {
    private final MazeConfig config;

    MazeKind(MazeConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public MazePuzzle draw(RandomGenerator random) {
        int cells = config.size() * config.size();
        char[] grid = new char[cells];
        for (int cell = 0; cell < cells; cell++) {
            grid[cell] = random.nextDouble() < config.walls() ? MazePuzzle.WALL : MazePuzzle.FREE;
        }
        int start = random.nextInt(cells);
        int goal = (start + 1 + random.nextInt(cells - 1)) % cells;
        grid[start] = MazePuzzle.START;
        grid[goal] = MazePuzzle.GOAL;
        return new MazePuzzle(new MarkedGrid(config.size(), new String(grid)), 1);
    }

    @Override
    public Optional<MazePuzzle> complete(MazePuzzle candidate) {
        return PathSearch.of(candidate)
                .moves()
                .filter(moves -> moves.size() >= config.minMoves())
                .map(moves -> candidate.withMoves(moves.size()));
    }

    @Override
    public MazePuzzle read(PuzzleData data) {
        MarkedGrid grid = MarkedGrid.read(data, "maze", config.size(), "SG#.");
        if (grid.count(MazePuzzle.START) != 1 || grid.count(MazePuzzle.GOAL) != 1) {
            throw new IllegalArgumentException("\"maze\" must have one S and one G");
        }
        return new MazePuzzle(grid, data.whole("moves", 1, config.size() * config.size()));
    }
}
