package zeroone.tasks.queens;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of queens completion. */
public final class QueensTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(QueensConfig.SIX), task(QueensConfig.EIGHT));
    }

    /** Queens completion with knobs of your own. */
    public static Task task(QueensConfig config) {
        return ConstraintTask.of(new QueensKind(config));
    }
}
