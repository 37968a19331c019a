package zeroone.tasks.knights;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class KnightsTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new KnightsTasks().tasks();
    }
}
