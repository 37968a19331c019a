package zeroone.tasks.time;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Dates and clocks at two levels each. */
public final class TimeTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new DateArithmetic("easy", 60).task(),
                new DateArithmetic("hard", 3_000).task(),
                new ClockReading("easy", 120).task(),
                new ClockReading("hard", 6_000).task());
    }
}
