package zeroone.text.generation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model wrote after one prompt, exactly as sampled: token ids, never re-encoded text.
 *
 * @param prompt the ids it continues
 * @param tokens the generated ids: thought, end-of-thought token, answer, end-of-turn token (where reached)
 * @param logProbs log-probability of each token under the distribution it was drawn from, that is after penalties, bias,
 *     mask and temperature and before min-p, top-k and top-p; 0 for a forced token; same length as {@code tokens}
 * @param rawLogProbs log-probability of each token under the model's own distribution, at temperature 1 and before
 *     penalties; 0 for a forced token; same length as {@code tokens}
 * @param alternatives the most likely tokens at each position, most likely first, as many as were asked for; none for a
 *     forced token; empty if none were asked for
 * @param thoughtLength number of tokens before the end-of-thought token; all of them if there is none
 * @param closeForced the end-of-thought token was put there by the budget or the user, not by the model
 * @param forced positions of all tokens that the model did not choose, ascending
 * @param error what went wrong, if and only if it ended for {@link FinishReason#ERROR}
 */
public record Completion(
        int[] prompt,
        int[] tokens,
        float[] logProbs,
        float[] rawLogProbs,
        List<List<Alternative>> alternatives,
        int thoughtLength,
        boolean closeForced,
        int[] forced,
        FinishReason finishReason,
        Optional<String> error,
        SamplingParameters sampling) {
    public Completion {
        Objects.requireNonNull(finishReason, "finishReason");
        Objects.requireNonNull(sampling, "sampling");
        alternatives = List.copyOf(alternatives);
        if (tokens.length != logProbs.length || tokens.length != rawLogProbs.length) {
            throw new IllegalArgumentException("one log-probability a token: " + tokens.length + " tokens, "
                    + logProbs.length + " values, " + rawLogProbs.length + " raw values");
        }
        if (!alternatives.isEmpty() && alternatives.size() != tokens.length) {
            throw new IllegalArgumentException("one list of alternatives a token, or none at all: " + tokens.length
                    + " tokens, " + alternatives.size() + " lists");
        }
        if (thoughtLength < 0 || thoughtLength > tokens.length) {
            throw new IllegalArgumentException("thoughtLength must be in [0, " + tokens.length + "]: " + thoughtLength);
        }
        if (error.isPresent() != (finishReason == FinishReason.ERROR)) {
            throw new IllegalArgumentException(
                    "an error is told if and only if there was one: " + finishReason + ", " + error);
        }
        ForcedPositions.check(forced, tokens.length);
    }

    /** A completion that the model's own distribution was sampled for, in which at most the close was forced. */
    public Completion(
            int[] prompt,
            int[] tokens,
            float[] logProbs,
            int thoughtLength,
            boolean closeForced,
            FinishReason finishReason,
            SamplingParameters sampling) {
        this(
                prompt,
                tokens,
                logProbs,
                logProbs,
                List.of(),
                thoughtLength,
                closeForced,
                closeForced ? new int[] {thoughtLength} : new int[0],
                finishReason,
                Optional.empty(),
                sampling);
    }

    /** The ids of the thought, without the token that ends it. */
    public int[] thought() {
        return Arrays.copyOf(tokens, thoughtLength);
    }

    /**
     * The ids of the answer, without the token that ends the turn or stops the answer. A stop string is still in it:
     * {@link StopStringFilter#cut} takes it off the text.
     */
    public int[] answer() {
        int end = switch (finishReason) {
            case STOP, STOP_TOKEN -> tokens.length - 1;
            case LENGTH, STOP_STRING, CANCELLED, ERROR -> tokens.length;
        };
        int start = Math.min(thoughtLength + 1, end);
        return Arrays.copyOfRange(tokens, start, end);
    }

    /** Whether the model itself chose the token, so that a policy gradient may flow through it. */
    public boolean sampled(int position) {
        return Arrays.binarySearch(forced, position) < 0;
    }

    /** Whether a limit, not the model, ended the thought or the answer. */
    public boolean truncated() {
        return closeForced || finishReason == FinishReason.LENGTH;
    }
}
