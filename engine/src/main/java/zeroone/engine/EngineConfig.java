package zeroone.engine;

/**
 * @param maxSequences sequences that run at the same time
 * @param contextLength the most tokens of prompt and completion together; memory for the cache is taken for all of it
 */
public record EngineConfig(int maxSequences, int contextLength) {
    public EngineConfig {
        if (maxSequences < 1) {
            throw new IllegalArgumentException("max sequences must be positive: " + maxSequences);
        }
        if (contextLength < 2) {
            throw new IllegalArgumentException("the context must hold at least two tokens: " + contextLength);
        }
    }
}
