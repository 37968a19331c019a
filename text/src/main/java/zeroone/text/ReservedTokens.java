package zeroone.text;

/**
 * The ids that only the system may write: where a thought begins and ends, where a turn ends, and padding. {@link
 * Tokenizer#encode} never returns one of them, whatever the text says.
 *
 * @param beginThought {@code <think>}; closes the prompt, so a completion starts inside the thought
 * @param endThought {@code </think>}; what follows is the answer
 * @param endOfTurn ends the answer
 * @param padding fills rectangles; never attended to, never counted
 */
public record ReservedTokens(int beginThought, int endThought, int endOfTurn, int padding) {
    public ReservedTokens {
        if (beginThought < 0 || endThought < 0 || endOfTurn < 0 || padding < 0) {
            throw new IllegalArgumentException("reserved ids must not be negative: think " + beginThought
                    + ", end think " + endThought + ", end of turn " + endOfTurn + ", padding " + padding);
        }
        if (beginThought == endThought || beginThought == endOfTurn || endThought == endOfTurn) {
            throw new IllegalArgumentException("reserved ids must differ: think " + beginThought + ", end think "
                    + endThought + ", end of turn " + endOfTurn);
        }
    }
}
