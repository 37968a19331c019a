package zeroone.tasks.futoshiki;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class FutoshikiTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new FutoshikiTasks().tasks();
    }
}
