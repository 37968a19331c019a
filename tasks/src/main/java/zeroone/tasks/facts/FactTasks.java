package zeroone.tasks.facts;

import java.util.List;
import zeroone.tasks.Task;
import zeroone.tasks.TaskProvider;

/** Capitals, chemical elements and years. */
public final class FactTasks implements TaskProvider {
    @Override
    public List<Task> tasks() {
        return List.of(
                FactQuestion.of("capitals", Facts.capitals()).task(),
                FactQuestion.of("elements", Facts.elements()).task(),
                FactQuestion.of("years", Facts.events()).task());
    }
}
