package zeroone.tasks.survo;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of Survo. */
public final class SurvoTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(SurvoConfig.THREE), task(SurvoConfig.FOUR));
    }

    /** Survo with knobs of your own. */
    public static Task task(SurvoConfig config) {
        return ConstraintTask.of(new SurvoKind(config));
    }
}
