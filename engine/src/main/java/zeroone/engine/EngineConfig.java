package zeroone.engine;

import java.util.OptionalLong;

/**
 * @param maxSequences sequences that run at the same time
 * @param contextLength the most tokens of prompt and completion together
 * @param stepTokens the most tokens that a step reads: long prompts are read in parts so that others need not wait
 * @param joinShare share of the places that must be free before more sequences of {@link
 *     zeroone.text.generation.Priority#BATCH} join running ones, for devices on which reading a prompt holds up all
 *     others; 0 lets them join at once
 * @param prefixCache keep what was read of a prompt for the next one that begins alike; forgotten when weights change
 * @param cacheBytes the most bytes of keys and values, at least those of one sequence of the whole context; if empty, enough
 *     for as many as may run. Where it is less, the newest sequence gives way when it runs out
 */
public record EngineConfig(
        int maxSequences,
        int contextLength,
        int stepTokens,
        double joinShare,
        boolean prefixCache,
        OptionalLong cacheBytes) {
    private static final int STEP_TOKENS = 2048;

    public EngineConfig {
        if (maxSequences < 1) {
            throw new IllegalArgumentException("max sequences must be positive: " + maxSequences);
        }
        if (contextLength < 2) {
            throw new IllegalArgumentException("the context must hold at least two tokens: " + contextLength);
        }
        if (stepTokens <= maxSequences) {
            throw new IllegalArgumentException("a step must read more tokens than there are sequences, as each may need"
                    + " one and prompts some: " + stepTokens + " for " + maxSequences + " sequences");
        }
        if (!(joinShare >= 0 && joinShare <= 1)) {
            throw new IllegalArgumentException("the share of free places must be in [0, 1]: " + joinShare);
        }
        if (cacheBytes.isPresent() && cacheBytes.getAsLong() < 1) {
            throw new IllegalArgumentException("the bytes of the cache must be positive: " + cacheBytes.getAsLong());
        }
    }

    /** With a cache for as many sequences as may run, each of the whole context. */
    public EngineConfig(int maxSequences, int contextLength, int stepTokens, double joinShare, boolean prefixCache) {
        this(maxSequences, contextLength, stepTokens, joinShare, prefixCache, OptionalLong.empty());
    }

    /** For {@link TensorRunner}: whoever learns between two calls, in large batches. */
    public EngineConfig(int maxSequences, int contextLength) {
        this(
                maxSequences,
                contextLength,
                Math.max(STEP_TOKENS, Math.addExact(maxSequences, maxSequences)),
                0.25,
                false);
    }

    /** The same with a cache of at most so many bytes. */
    public EngineConfig withCacheBytes(long bytes) {
        return new EngineConfig(
                maxSequences, contextLength, stepTokens, joinShare, prefixCache, OptionalLong.of(bytes));
    }
}
