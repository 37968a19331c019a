package zeroone.training.rl;

import zeroone.tasks.Grade;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.text.generation.Completion;

/** One sample for a problem with what was said of it. */
public record Rollout(Completion completion, String thought, String answer, Grade grade, ThoughtBehaviour behaviour) {
    /** Whether the sample may teach: the grader judged it and no limit cut it off. */
    boolean teaches() {
        return grade instanceof Grade.Judged && !completion.truncated();
    }

    double reward() {
        return grade.isCorrect() ? 1 : 0;
    }
}
