package zeroone.tasks.ladder;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.path.PathTask;

/** The built-in sizes of word ladders. */
public final class LadderTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(LadderConfig.THREE), task(LadderConfig.FOUR));
    }

    /** Word ladders with knobs of your own. */
    public static Task task(LadderConfig config) {
        return PathTask.of(new LadderKind(config));
    }
}
