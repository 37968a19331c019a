package zeroone.tasks.nonogram;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class NonogramTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new NonogramTasks().tasks();
    }
}
