package zeroone.tasks.numbers;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Number theory at two levels each. */
public final class NumberTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new CommonDivisor("easy", 99).task(),
                new CommonDivisor("hard", 99_999).task(),
                new ModularInverse("easy", 400).task(),
                new ModularInverse("hard", 100_000).task(),
                new PowerRemainder("easy", 60, 100).task(),
                new PowerRemainder("hard", 2000, 10_000).task(),
                new Remainders("easy", 2, 20).task(),
                new Remainders("hard", 3, 40).task());
    }
}
