package zeroone.tasks.knights;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of knights and knaves. */
public final class KnightsTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(KnightsConfig.THREE), task(KnightsConfig.FIVE));
    }

    /** Knights and knaves with knobs of your own. */
    public static Task task(KnightsConfig config) {
        return ConstraintTask.of(new KnightsKind(config));
    }
}
