package zeroone.tasks.lights;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class LightsTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new LightsTasks().tasks();
    }
}
