package zeroone.tasks.sliding;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.TraceMixture;
import zeroone.tasks.path.PathTask;

/** The built-in sizes of sliding tiles. */
public final class SlidingTasks implements TaskProvider {
    /** How the people worked from whom a base model learns sliding tiles; few list all positions in order. */
    public static final TraceMixture MIXTURE = new TraceMixture(.12, .22, .05, .15, .50, .08, 20);

    @Override
    public List<Task> tasks() {
        return List.of(task(SlidingConfig.SIX), task(SlidingConfig.TEN));
    }

    /** Sliding tiles with knobs of your own. */
    public static Task task(SlidingConfig config) {
        return PathTask.of(new SlidingKind(config), MIXTURE);
    }
}
