package zeroone.tasks.sums;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Short questions about sums. */
public final class SumTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(WhichSum.task());
    }
}
