package zeroone.tasks;

import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question with what its verifier needs to judge an answer.
 *
 * @param task name of the task, e.g. "countdown-3"
 * @param id unique within the task: the canonical form, equal for problems that differ only in presentation
 * @param prompt the question as the model reads it
 * @param data reference data of the task (numbers and target, the given grid); read-only by convention
 */
public record Problem(String task, String id, String prompt, ObjectNode data) {
    public Problem {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(data, "data");
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("the prompt of problem " + id + " of task " + task + " is blank");
        }
    }
}
