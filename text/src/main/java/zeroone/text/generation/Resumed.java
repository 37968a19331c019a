package zeroone.text.generation;

import java.util.Arrays;

/**
 * The beginning of a sample that was generated before, to go on from: the budget counts it, randomness continues behind
 * it, and what comes is what would have come without the interruption.
 *
 * @param tokens generated so far, without the prompt
 * @param logProbs of each token, as in {@link Completion}; NaN where they are not known any more
 * @param rawLogProbs of each token, as in {@link Completion}; NaN where they are not known any more
 * @param forced positions of tokens that the model did not choose, ascending
 */
public record Resumed(int[] tokens, float[] logProbs, float[] rawLogProbs, int[] forced) {
    /** A sample that begins. */
    public static final Resumed NONE = of(new int[0]);

    public Resumed {
        if (logProbs.length != tokens.length || rawLogProbs.length != tokens.length) {
            throw new IllegalArgumentException("one log-probability a token: " + tokens.length + " tokens, "
                    + logProbs.length + " and " + rawLogProbs.length + " values");
        }
        ForcedPositions.check(forced, tokens.length);
    }

    /** Tokens of which nothing else is known; all count as chosen by the model. */
    public static Resumed of(int... tokens) {
        float[] unknown = new float[tokens.length];
        Arrays.fill(unknown, Float.NaN);
        return new Resumed(tokens.clone(), unknown, unknown.clone(), new int[0]);
    }

    /** All of a completion that was cut short. */
    public static Resumed of(Completion completion) {
        return new Resumed(completion.tokens(), completion.logProbs(), completion.rawLogProbs(), completion.forced());
    }

    public int length() {
        return tokens.length;
    }
}
