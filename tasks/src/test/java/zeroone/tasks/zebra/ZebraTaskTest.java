package zeroone.tasks.zebra;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class ZebraTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new ZebraTasks().tasks();
    }
}
