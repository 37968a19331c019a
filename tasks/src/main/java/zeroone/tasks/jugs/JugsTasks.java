package zeroone.tasks.jugs;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.path.PathTask;

/** The built-in sizes of jug puzzles. */
public final class JugsTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(JugsConfig.TWO), task(JugsConfig.THREE));
    }

    /** Jug puzzles with knobs of your own. */
    public static Task task(JugsConfig config) {
        return PathTask.of(new JugsKind(config));
    }
}
