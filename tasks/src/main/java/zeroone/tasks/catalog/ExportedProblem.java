package zeroone.tasks.catalog;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;

/** A problem of a task as a row of a file, which {@link ProblemFile} reads back. */
public final class ExportedProblem {
    private ExportedProblem() {}

    /** The fields "task", "id", "prompt" and "data". */
    public static ObjectNode row(Problem problem) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("task", problem.task()).put("id", problem.id()).put("prompt", problem.prompt());
        row.set("data", problem.data());
        return row;
    }
}
