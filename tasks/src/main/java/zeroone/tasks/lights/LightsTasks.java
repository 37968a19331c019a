package zeroone.tasks.lights;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of lights out. */
public final class LightsTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(LightsConfig.FOUR), task(LightsConfig.FIVE));
    }

    /** Lights out with knobs of your own. */
    public static Task task(LightsConfig config) {
        return ConstraintTask.of(new LightsKind(config));
    }
}
