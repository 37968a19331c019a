package zeroone.text.generation;

/**
 * Closes a thought early where the model is nearly willing to: from {@code from} tokens on, as soon as the end of thought
 * is among the {@code rank} most likely tokens.
 *
 * @param from tokens of thought, at least 0
 * @param rank at least 1: the end must be the most likely token
 */
public record SoftClose(int from, int rank) {
    public SoftClose {
        if (from < 0) {
            throw new IllegalArgumentException("a soft close cannot begin before the thought: " + from);
        }
        if (rank < 1) {
            throw new IllegalArgumentException("the rank that closes softly must be at least 1: " + rank);
        }
    }
}
