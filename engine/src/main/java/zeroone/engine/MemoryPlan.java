package zeroone.engine;

import java.util.Locale;

/**
 * What an engine keeps in memory, in bytes: taken when it starts, so nothing that comes later can be too much.
 *
 * @param weights of the model, in the precision of products
 * @param keyValues keys and values of all blocks
 * @param workspace what a step needs at most: scores, probabilities and the largest activations
 * @param positions tokens that the blocks hold
 */
public record MemoryPlan(long weights, long keyValues, long workspace, long positions) {
    private static final double MEGABYTE = 1e6;

    public long total() {
        return weights + keyValues + workspace;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "memory: weights %,.1f MB, keys and values %,.1f MB for %,d tokens, workspace %,.1f MB",
                weights / MEGABYTE,
                keyValues / MEGABYTE,
                positions,
                workspace / MEGABYTE);
    }
}
