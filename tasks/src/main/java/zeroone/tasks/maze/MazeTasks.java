package zeroone.tasks.maze;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.path.PathTask;

/** The built-in sizes of mazes. */
public final class MazeTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(MazeConfig.FIVE), task(MazeConfig.EIGHT));
    }

    /** Mazes with knobs of your own. */
    public static Task task(MazeConfig config) {
        return PathTask.of(new MazeKind(config));
    }
}
