package zeroone.engine;

import java.util.List;

/**
 * The key-value blocks of sequences. Full blocks are shared by sequences that begin alike and never written again; the
 * last one, where it is only partly filled, is copied for whoever branches there. So what is written has one holder.
 */
final class Memory {
    private final int blockSize;
    private final PrefixCache prefixes;
    private final BlockPool pool;
    private final ModelRunner runner;

    /** @param longest positions of a sequence */
    Memory(ModelRunner runner, int longest, boolean prefixCache) {
        this.runner = runner;
        this.blockSize = runner.blockSize();
        this.prefixes = new PrefixCache(blockSize, prefixCache);
        this.pool = new BlockPool(runner.blocks(), blocksFor(longest), prefixes);
    }

    /** Blocks that so many positions take. */
    int blocksFor(long positions) {
        return Math.toIntExact((positions + blockSize - 1) / blockSize);
    }

    /** Positions that all blocks hold together. */
    long capacity() {
        return (long) blockSize * pool.size();
    }

    /** Gives a running sequence blocks for so many positions; false if they run out. */
    boolean reserve(Sequence sequence, int positions) {
        while (sequence.blockCount() * blockSize < positions) {
            int block = pool.allocate(sequence.lastBlock());
            if (block < 0) {
                return false;
            }
            sequence.append(block);
        }
        return true;
    }

    /** Blocks that a sequence will take for what it has to read. */
    int missing(Sequence sequence) {
        return Math.max(0, blocksFor(sequence.length()) - sequence.blockCount());
    }

    /**
     * Whether a sequence that waits begins like one that reads its prompt, and would find the next block of it: worth
     * waiting for.
     */
    boolean awaits(Sequence sequence, Sequence reader) {
        int next = (reader.stored() / blockSize + 1) * blockSize;
        return prefixes.enabled()
                && next <= Math.min(reader.job().promptLength(), sequence.job().scoredFrom())
                && sequence.scope().equals(reader.scope())
                && sequence.token(next - 1) == reader.token(next - 1) // mostly tells at once
                && Family.common(sequence, reader, next) == next;
    }

    /**
     * Lets a sequence in: with what is stored already of its beginning, if there is room for the rest of it.
     *
     * @param promised blocks that others will take
     */
    boolean begin(Sequence sequence, int promised) {
        int limit = sequence.job().scoredFrom(); // what follows a token is only known when it is read
        List<Integer> known = prefixes.find(sequence.scope(), sequence.tokens(0, limit), limit);
        Sequence relative = sequence.family().nearest(sequence, limit);
        int common = relative == null ? 0 : Family.common(relative, sequence, Math.min(limit, relative.stored()));
        if (relative == null || common <= known.size() * blockSize) {
            known.forEach(block -> share(sequence, block));
            sequence.begin(known.size() * blockSize, known.size());
            return fits(sequence, promised);
        }
        int full = common / blockSize;
        for (int i = 0; i < full; i++) {
            share(sequence, relative.block(i));
        }
        sequence.begin(full * blockSize, Math.min(full, relative.remembered()));
        if (!fits(sequence, promised)) {
            return false;
        }
        if (common % blockSize > 0) {
            int own = pool.allocate(sequence.lastBlock());
            runner.copyBlock(relative.block(full), own);
            sequence.append(own);
            sequence.begin(common, sequence.remembered());
        }
        return true;
    }

    private void share(Sequence sequence, int block) {
        pool.retain(block);
        sequence.append(block);
    }

    private boolean fits(Sequence sequence, int promised) {
        if (missing(sequence) + promised <= pool.available()) {
            return true;
        }
        release(sequence);
        return false;
    }

    /** Offers blocks that are full now to whoever begins alike. */
    void remember(Sequence sequence) {
        while ((sequence.remembered() + 1) * blockSize <= sequence.stored()) {
            int index = sequence.remembered();
            int block = sequence.block(index);
            int before = index == 0 ? -1 : sequence.block(index - 1);
            int[] tokens = sequence.tokens(index * blockSize, (index + 1) * blockSize);
            int kept = prefixes.add(sequence.scope(), before, tokens, block);
            if (kept != block) {
                pool.retain(kept);
                sequence.replace(index, kept);
                pool.release(block);
            }
            sequence.remember();
        }
    }

    /** Takes back all blocks of a sequence, the last first, so that of a prefix the end is forgotten first. */
    void release(Sequence sequence) {
        try {
            if (sequence.unproven()) {
                wipe(sequence);
            }
        } finally {
            for (int i = sequence.blockCount() - 1; i >= 0; i--) {
                pool.release(sequence.block(i));
            }
            sequence.forget();
        }
    }

    /** What was stored may not be numbers, and ends with its sequence: blocks that others have, too, are left to them. */
    private void wipe(Sequence sequence) {
        for (int i = 0; i < sequence.blockCount(); i++) {
            int block = sequence.block(i);
            if (pool.holders(block) == 1 && !pool.remembered(block)) {
                runner.wipe(block);
            }
        }
    }

    /** Forgets what was kept for whoever begins alike; nothing is held any more. */
    void forget() {
        pool.forgetAll();
    }

    BlockPool pool() {
        return pool;
    }

    @Override
    public String toString() {
        return pool.available() + " of " + pool.size() + " blocks of " + blockSize + " positions available";
    }
}
