package zeroone.tasks.maze;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class MazeTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new MazeTasks().tasks();
    }
}
