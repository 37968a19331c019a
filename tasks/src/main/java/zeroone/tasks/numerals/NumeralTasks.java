package zeroone.tasks.numerals;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Base conversion at three levels and sums of Roman numerals at two. */
public final class NumeralTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new BaseConversion("easy", 999, 10).task(),
                new BaseConversion("medium", 99_999, 16).task(),
                new BaseConversion("hard", 9_999_999_999L, 36).task(),
                new RomanSum("easy", 100).task(),
                new RomanSum("hard", 2_000).task());
    }
}
