package zeroone.tasks.jugs;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class JugsTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new JugsTasks().tasks();
    }
}
