package zeroone.tasks.route;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.path.PathTask;

/** The built-in sizes of shortest-path puzzles. */
public final class RouteTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(RouteConfig.SIX), task(RouteConfig.TEN));
    }

    /** Shortest-path puzzles with knobs of your own. */
    public static Task task(RouteConfig config) {
        return PathTask.of(new RouteKind(config));
    }
}
