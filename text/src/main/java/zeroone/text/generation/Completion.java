package zeroone.text.generation;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a model wrote after one prompt, exactly as sampled: token ids, never re-encoded text.
 *
 * @param prompt the ids it continues
 * @param tokens the generated ids: thought, end-of-thought token, answer, end-of-turn token (where reached)
 * @param logProbs log-probability of each token under the distribution it was drawn from, that is after temperature and
 *     before top-k and top-p; 0 for the token of a forced close; same length as {@code tokens}
 * @param thoughtLength number of tokens before the end-of-thought token; all of them if there is none
 * @param closeForced the end-of-thought token was put there by the budget, not by the model
 */
public record Completion(
        int[] prompt,
        int[] tokens,
        float[] logProbs,
        int thoughtLength,
        boolean closeForced,
        FinishReason finishReason,
        SamplingParameters sampling) {
    public Completion {
        Objects.requireNonNull(finishReason, "finishReason");
        Objects.requireNonNull(sampling, "sampling");
        if (tokens.length != logProbs.length) {
            throw new IllegalArgumentException(
                    "one log-probability a token: " + tokens.length + " tokens, " + logProbs.length + " values");
        }
        if (thoughtLength < 0 || thoughtLength > tokens.length) {
            throw new IllegalArgumentException("thoughtLength must be in [0, " + tokens.length + "]: " + thoughtLength);
        }
    }

    /** The ids of the thought, without the token that ends it. */
    public int[] thought() {
        return Arrays.copyOf(tokens, thoughtLength);
    }

    /** The ids of the answer, without the token that ends the turn. */
    public int[] answer() {
        int end = finishReason == FinishReason.STOP ? tokens.length - 1 : tokens.length;
        int start = Math.min(thoughtLength + 1, end);
        return Arrays.copyOfRange(tokens, start, end);
    }

    /** Whether the model itself chose the token, so that a policy gradient may flow through it. */
    public boolean sampled(int position) {
        return !(closeForced && position == thoughtLength);
    }

    /** Whether a limit, not the model, ended the thought or the answer. */
    public boolean truncated() {
        return closeForced || finishReason == FinishReason.LENGTH;
    }
}
