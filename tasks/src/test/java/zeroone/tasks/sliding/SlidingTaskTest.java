package zeroone.tasks.sliding;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class SlidingTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new SlidingTasks().tasks();
    }
}
