package zeroone.text.generation;

/**
 * How long a model may think and answer, in tokens. A thought that reaches {@code thought} tokens is closed by force:
 * the engine appends the end-of-thought token itself, so that {@code answer} tokens are always left for the answer.
 *
 * @param thought the most tokens a thought may have, not counting the token that ends it; 0 answers at once
 * @param answer the most tokens an answer may have, counting the token that ends the turn
 */
public record ThinkingBudget(int thought, int answer) {
    public ThinkingBudget {
        if (thought < 0) {
            throw new IllegalArgumentException("a thinking budget must not be negative: " + thought);
        }
        if (answer < 1) {
            throw new IllegalArgumentException("an answer needs at least one token: " + answer);
        }
    }

    /** Tokens a completion can have at most: thought, end of thought, answer. */
    public long total() {
        return 1L + thought + answer;
    }
}
