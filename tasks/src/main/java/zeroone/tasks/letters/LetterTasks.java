package zeroone.tasks.letters;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Ciphers, rewriting, counting and sorting at two levels each. */
public final class LetterTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new Caesar("easy", 2).task(),
                new Caesar("hard", 6).task(),
                new LetterCount("easy", 3).task(),
                new LetterCount("hard", 12).task(),
                new Rewriting("easy", 1, 3).task(),
                new Rewriting("hard", 2, 8).task(),
                new NumberSorting("easy", 5, 0).task(),
                new NumberSorting("hard", 12, 3).task());
    }
}
