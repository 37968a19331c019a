package zeroone.tasks.route;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.puzzle.PuzzleTaskContract;

class RouteTaskTest extends PuzzleTaskContract {
    @Override
    protected List<Task> tasks() {
        return new RouteTasks().tasks();
    }
}
