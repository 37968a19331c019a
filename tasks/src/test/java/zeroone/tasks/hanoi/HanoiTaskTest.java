package zeroone.tasks.hanoi;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class HanoiTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new HanoiTasks().tasks();
    }
}
