package zeroone.tasks.science;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Multiple-choice physics, chemistry and units at two levels each. */
public final class ScienceTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                LawChoice.of("physics-easy", Physics.LAWS, 1, 1).task(),
                LawChoice.of("physics-hard", Physics.LAWS, 2, 9).task(),
                LawChoice.of("chemistry-easy", Chemistry.LAWS, 1, 2).task(),
                LawChoice.of("chemistry-hard", Chemistry.LAWS, 3, 9).task(),
                LawChoice.of("units-easy", UnitConversion.LAWS, 1, 1).task(),
                LawChoice.of("units-hard", UnitConversion.LAWS, 2, 9).task());
    }
}
