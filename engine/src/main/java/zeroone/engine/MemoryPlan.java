package zeroone.engine;

import java.util.Locale;

/**
 * What an engine keeps in memory, in bytes: taken when it starts, so nothing that comes later can be too much.
 *
 * @param weights the model's own, which stay where an engine has a packed copy, too, and which engines share
 * @param packed the copy that is packed for the processor; 0 if there is none. Every step reads all of it
 * @param keyValues keys and values of all blocks
 * @param workspace what a step needs at most: scores, probabilities and the largest activations
 * @param positions tokens that the blocks hold
 */
public record MemoryPlan(long weights, long packed, long keyValues, long workspace, long positions) {
    private static final double MEGABYTE = 1e6;

    /** Of an engine that computes with the model's own weights. */
    public MemoryPlan(long weights, long keyValues, long workspace, long positions) {
        this(weights, 0, keyValues, workspace, positions);
    }

    public long total() {
        return weights + added();
    }

    /** What comes on top of a model that is in memory already. */
    public long added() {
        return packed + keyValues + workspace;
    }

    /** Of several such engines on the same model. */
    public MemoryPlan times(int engines) {
        return new MemoryPlan(weights, engines * packed, engines * keyValues, engines * workspace, engines * positions);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "memory: weights %,.1f MB%s, keys and values %,.1f MB for %,d tokens, workspace %,.1f MB",
                weights / MEGABYTE,
                packed == 0 ? "" : String.format(Locale.ROOT, " and packed %,.1f MB", packed / MEGABYTE),
                keyValues / MEGABYTE,
                positions,
                workspace / MEGABYTE);
    }
}
