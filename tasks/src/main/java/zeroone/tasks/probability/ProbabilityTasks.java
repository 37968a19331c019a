package zeroone.tasks.probability;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Counting and probability at two levels each. */
public final class ProbabilityTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new Arrangements("easy", 8, false).task(),
                new Arrangements("hard", 12, true).task(),
                new Balls("easy", 20, false).task(),
                new Balls("hard", 30, true).task(),
                new Dice("easy", 2, 20).task(),
                new Dice("hard", 4, 12).task(),
                new RandomPoints("easy", 5).task(),
                new RandomPoints("hard", 9).task());
    }
}
