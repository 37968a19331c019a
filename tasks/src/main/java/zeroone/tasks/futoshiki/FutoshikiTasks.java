package zeroone.tasks.futoshiki;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of Futoshiki. */
public final class FutoshikiTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(FutoshikiConfig.FOUR), task(FutoshikiConfig.FIVE));
    }

    /** Futoshiki with knobs of your own. */
    public static Task task(FutoshikiConfig config) {
        return ConstraintTask.of(new FutoshikiKind(config));
    }
}
