package zeroone.tasks.river;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class RiverTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new RiverTasks().tasks();
    }
}
