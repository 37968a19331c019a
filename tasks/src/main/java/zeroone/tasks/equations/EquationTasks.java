package zeroone.tasks.equations;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Equations at two or three levels each. */
public final class EquationTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new LinearEquation("easy", false, 30).task(),
                new LinearEquation("hard", true, 40).task(),
                new QuadraticEquation("easy", true).task(),
                new QuadraticEquation("hard", false).task(),
                new LinearSystem("easy", 2, true, 9).task(),
                new LinearSystem("medium", 2, false, 9).task(),
                new LinearSystem("hard", 3, false, 9).task());
    }
}
