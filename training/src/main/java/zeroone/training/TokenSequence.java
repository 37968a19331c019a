package zeroone.training;

import java.util.Arrays;

/**
 * Token ids with the positions a model is to learn to predict.
 *
 * @param tokens prompt and completion
 * @param learned whether token {@code t} is a target; never the first one, which nothing predicts
 */
public record TokenSequence(int[] tokens, boolean[] learned) {
    public TokenSequence {
        if (tokens.length != learned.length) {
            throw new IllegalArgumentException(
                    "one flag a token: " + tokens.length + " tokens, " + learned.length + " flags");
        }
        if (tokens.length == 0 || learned[0]) {
            throw new IllegalArgumentException("a sequence starts with a token that is not predicted");
        }
    }

    /** A completion of a prompt, of which every token is learned. */
    public static TokenSequence completion(int[] prompt, int[] completion) {
        int[] tokens = Arrays.copyOf(prompt, prompt.length + completion.length);
        System.arraycopy(completion, 0, tokens, prompt.length, completion.length);
        boolean[] learned = new boolean[tokens.length];
        Arrays.fill(learned, prompt.length, tokens.length, true);
        return new TokenSequence(tokens, learned);
    }

    public int length() {
        return tokens.length;
    }

    public int learnedCount() {
        int count = 0;
        for (boolean flag : learned) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
