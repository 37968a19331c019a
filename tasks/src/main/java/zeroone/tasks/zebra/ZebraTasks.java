package zeroone.tasks.zebra;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of zebra puzzles. */
public final class ZebraTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(ZebraConfig.THREE), task(ZebraConfig.FOUR));
    }

    /** Zebra puzzles with knobs of your own. */
    public static Task task(ZebraConfig config) {
        return ConstraintTask.of(new ZebraKind(config));
    }
}
