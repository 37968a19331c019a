package zeroone.evaluation.report;

import java.util.Objects;
import zeroone.evaluation.scaling.Attempt;
import zeroone.tasks.Grade;

/**
 * What one model thought and answered, to be read.
 *
 * @param tokens tokens generated, thought and answer
 * @param thoughtEnded the model ended the thought itself, before any limit did
 */
public record SampleThought(
        String model, String thought, String answer, Grade grade, int tokens, boolean thoughtEnded) {
    public SampleThought {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(thought, "thought");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(grade, "grade");
    }

    public static SampleThought of(String model, Attempt attempt) {
        return new SampleThought(
                model, attempt.thought(), attempt.answer(), attempt.grade(), attempt.tokens(), attempt.thoughtEnded());
    }
}
