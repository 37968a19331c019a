package zeroone.tasks.logic;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Syllogisms, truth tables and Venn diagrams at two levels each. */
public final class LogicTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new Syllogisms("easy", 3, 2).task(),
                new Syllogisms("hard", 5, 5).task(),
                new TruthTable("easy", 2, 2).task(),
                new TruthTable("hard", 4, 6).task(),
                new VennCounting("easy", 50).task(),
                new VennCounting("hard", 5_000).task());
    }
}
