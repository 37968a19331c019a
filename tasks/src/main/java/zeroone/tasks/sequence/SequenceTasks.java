package zeroone.tasks.sequence;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Sequences at two levels. */
public final class SequenceTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                new NextTerm("easy", 5, List.of(Rule.Kind.LINEAR, Rule.Kind.QUADRATIC)).task(),
                new NextTerm("hard", 6, List.of(Rule.Kind.values())).task());
    }
}
