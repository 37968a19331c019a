package zeroone.tasks.satisfiability;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class SatisfiabilityTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new SatisfiabilityTasks().tasks();
    }
}
