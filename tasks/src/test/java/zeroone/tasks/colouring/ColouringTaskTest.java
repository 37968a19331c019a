package zeroone.tasks.colouring;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class ColouringTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new ColouringTasks().tasks();
    }
}
