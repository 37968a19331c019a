package zeroone.tasks.colouring;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of graph colouring. */
public final class ColouringTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(ColouringConfig.SIX), task(ColouringConfig.TEN));
    }

    /** Graph colouring with knobs of your own. */
    public static Task task(ColouringConfig config) {
        return ConstraintTask.of(new ColouringKind(config));
    }
}
