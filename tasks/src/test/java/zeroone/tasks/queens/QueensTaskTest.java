package zeroone.tasks.queens;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class QueensTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new QueensTasks().tasks();
    }
}
