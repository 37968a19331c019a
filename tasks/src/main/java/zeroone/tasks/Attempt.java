package zeroone.tasks;

import java.util.Objects;
import zeroone.text.generation.FinishReason;

/**
 * One try at one problem, with everything a reader of the log wants to know: the row that every log shares.
 *
 * @param thought text of the thought, for reading; training uses token ids
 * @param thoughtTokens length of the thought, without the token that ends it
 * @param answerTokens length of the answer, without the token that ends the turn
 * @param behaviour what happened in the thought
 */
public record Attempt(
        Problem problem,
        String thought,
        String answer,
        Grade grade,
        int thoughtTokens,
        int answerTokens,
        FinishReason finishReason,
        ThoughtBehaviour behaviour) {
    public Attempt {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(thought, "thought");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(finishReason, "finishReason");
        Objects.requireNonNull(behaviour, "behaviour");
        if (thoughtTokens < 0 || answerTokens < 0) {
            throw new IllegalArgumentException(
                    "lengths must not be negative: thought " + thoughtTokens + ", answer " + answerTokens + " tokens");
        }
    }
}
