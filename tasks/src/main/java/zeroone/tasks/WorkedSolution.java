package zeroone.tasks;

import java.util.Objects;

/**
 * A solution as somebody might have written it down: notes first, then the answer. It may be wrong or unfinished on
 * purpose; a model that only ever read perfect solutions has nothing to recover from.
 */
public record WorkedSolution(String thought, String answer) {
    public WorkedSolution {
        Objects.requireNonNull(thought, "thought");
        Objects.requireNonNull(answer, "answer");
    }
}
