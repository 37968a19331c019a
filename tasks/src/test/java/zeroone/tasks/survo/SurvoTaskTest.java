package zeroone.tasks.survo;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class SurvoTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new SurvoTasks().tasks();
    }
}
