package zeroone.text.generation;

import java.util.List;

/**
 * One more token of a sample.
 *
 * @param sample its number within the request; a fork has the next free number
 * @param position index of the token in the completion
 * @param logProb as in {@link Completion#logProbs}
 * @param rawLogProb as in {@link Completion#rawLogProbs}
 * @param alternatives the most likely tokens here, if asked for
 * @param phase where it belongs; the token that ends the thought belongs to the thought
 * @param forced the model did not choose it
 */
public record TokenEvent(
        int sample,
        int position,
        int token,
        float logProb,
        float rawLogProb,
        List<Alternative> alternatives,
        Phase phase,
        boolean forced) {
    /** The two parts of a completion. */
    public enum Phase {
        THOUGHT,
        ANSWER
    }
}
