package zeroone.tasks.stories;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Word problems at three levels. */
public final class StoryTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new WordProblem("easy", 3, 0).task(),
                new WordProblem("medium", 4, 2).task(),
                new WordProblem("hard", 8, 5).task());
    }
}
