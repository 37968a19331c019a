package zeroone.tasks.nonogram;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of nonograms. */
public final class NonogramTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(NonogramConfig.FOUR), task(NonogramConfig.FIVE));
    }

    /** Nonograms with knobs of your own. */
    public static Task task(NonogramConfig config) {
        return ConstraintTask.of(new NonogramKind(config));
    }
}
