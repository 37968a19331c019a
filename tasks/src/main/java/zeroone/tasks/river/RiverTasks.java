package zeroone.tasks.river;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.path.PathTask;

/** The built-in sizes of river crossing. */
public final class RiverTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(RiverConfig.FOUR), task(RiverConfig.SIX));
    }

    /** River crossing with knobs of your own. */
    public static Task task(RiverConfig config) {
        return PathTask.of(new RiverKind(config));
    }
}
