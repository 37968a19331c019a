package zeroone.text.generation;

/**
 * A given text after a given prompt, to be scored.
 *
 * @param prompt at least one token
 * @param tokens at least one token
 */
public record Continuation(int[] prompt, int[] tokens) {
    public Continuation {
        if (prompt.length == 0 || tokens.length == 0) {
            throw new IllegalArgumentException(
                    "prompt and continuation need at least one token each: " + prompt.length + " and " + tokens.length);
        }
        prompt = prompt.clone();
        tokens = tokens.clone();
    }
}
