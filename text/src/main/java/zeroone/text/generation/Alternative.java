package zeroone.text.generation;

/**
 * One of the most likely tokens at a position.
 *
 * @param rawLogProb under the model's own distribution, at temperature 1 and before penalties
 */
public record Alternative(int token, float rawLogProb) {}
