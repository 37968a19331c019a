package zeroone.tasks.countdown;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** The built-in sizes of Countdown. */
public final class CountdownTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                Countdown.task(CountdownConfig.THREE),
                Countdown.task(CountdownConfig.FOUR),
                Countdown.task(CountdownConfig.TEN_TO_HUNDRED));
    }
}
