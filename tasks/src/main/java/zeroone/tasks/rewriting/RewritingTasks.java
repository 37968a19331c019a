package zeroone.tasks.rewriting;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Equational proofs in three theories, at two levels each. */
public final class RewritingTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new EquationalProof("easy", Theory.PEANO, 3, 2).task(),
                new EquationalProof("hard", Theory.PEANO, 5, 5).task(),
                new EquationalProof("easy", Theory.GROUP, 3, 3).task(),
                new EquationalProof("hard", Theory.GROUP, 5, 6).task(),
                new EquationalProof("easy", Theory.SEMIRING, 3, 2).task(),
                new EquationalProof("hard", Theory.SEMIRING, 5, 5).task());
    }
}
