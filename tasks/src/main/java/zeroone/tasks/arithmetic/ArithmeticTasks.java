package zeroone.tasks.arithmetic;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Written arithmetic at three levels each. */
public final class ArithmeticTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new ArithmeticChain("easy", 3, 20).task(),
                new ArithmeticChain("medium", 6, 50).task(),
                new ArithmeticChain("hard", 12, 100).task(),
                new LongMultiplication(new Level("easy", 3, 2)).task(),
                new LongMultiplication(new Level("medium", 5, 3)).task(),
                new LongMultiplication(new Level("hard", 8, 6)).task(),
                new LongDivision(new Level("easy", 4, 1)).task(),
                new LongDivision(new Level("medium", 6, 2)).task(),
                new LongDivision(new Level("hard", 10, 4)).task());
    }
}
