package zeroone.tasks.ladder;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class LadderTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new LadderTasks().tasks();
    }
}
