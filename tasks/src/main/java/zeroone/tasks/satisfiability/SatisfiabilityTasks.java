package zeroone.tasks.satisfiability;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;
import zeroone.tasks.constraint.ConstraintTask;

/** The built-in sizes of 3-SAT. */
public final class SatisfiabilityTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(task(SatisfiabilityConfig.SIX), task(SatisfiabilityConfig.TEN));
    }

    /** 3-SAT with knobs of your own. */
    public static Task task(SatisfiabilityConfig config) {
        return ConstraintTask.of(new SatisfiabilityKind(config));
    }
}
