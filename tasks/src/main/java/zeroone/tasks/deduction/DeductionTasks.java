package zeroone.tasks.deduction;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Proofs by natural deduction at three levels. */
public final class DeductionTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new Deduction("easy", 4, 2, 2).task(),
                new Deduction("medium", 4, 3, 3).task(),
                new Deduction("hard", 5, 3, 5).task());
    }
}
