package zeroone.tasks.hanoi;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.path.PathTask;

/** The built-in sizes of towers of Hanoi. */
public final class HanoiTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(HanoiConfig.FOUR), task(HanoiConfig.FIVE));
    }

    /** Towers of Hanoi with knobs of your own. */
    public static Task task(HanoiConfig config) {
        return PathTask.of(new HanoiKind(config));
    }
}
