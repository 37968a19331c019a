package zeroone.engine;

import java.util.BitSet;

/**
 * Who holds which block of the key-value cache. A block that several hold is only read; it is free again when the last
 * one lets it go. A sequence gets blocks that follow each other as far as there are such: they are read faster.
 */
final class BlockPool {
    /** Blocks of a sequence that lie together if there is room; more would not be read faster. */
    private static final int LONGEST_RUN = 64;

    private final int[] holders;
    private final BitSet free;
    private final PrefixCache prefixes;
    private final int longestRun;

    /** @param most blocks of a sequence */
    BlockPool(int blocks, int most, PrefixCache prefixes) {
        this.holders = new int[blocks];
        this.free = new BitSet(blocks);
        this.free.set(0, blocks);
        this.prefixes = prefixes;
        this.longestRun = Math.min(LONGEST_RUN, most);
    }

    int size() {
        return holders.length;
    }

    /** Blocks that can be handed out: nobody holds them, though some may still be of use to somebody. */
    int available() {
        return free.cardinality() + prefixes.idle();
    }

    /** The share of the blocks that somebody holds. */
    double use() {
        return 1 - available() / (double) size();
    }

    /**
     * A block for one holder: the next one if that is free, or else one that has free ones behind it.
     *
     * @param after the block before it in its sequence; -1 if there is none
     * @return -1 if all are held
     */
    int allocate(int after) {
        if (free.isEmpty()) {
            forget();
        }
        int block = after + 1;
        if (after < 0 || !free.get(block)) {
            block = beginning();
        }
        if (block >= 0) {
            free.clear(block);
            holders[block] = 1;
        }
        return block;
    }

    /** Frees blocks that are kept for whoever begins alike: several, so that some of them lie together. */
    private void forget() {
        int most = Math.clamp(holders.length / (2 * longestRun), 1, longestRun);
        for (int i = 0; i < most; i++) {
            int block = prefixes.evict();
            if (block < 0) {
                return;
            }
            free.set(block);
        }
    }

    /** Frees all blocks that are kept and that nobody holds. */
    void forgetAll() {
        for (int block = prefixes.evict(); block >= 0; block = prefixes.evict()) {
            free.set(block);
        }
    }

    /** The lowest block that begins as many free ones as there are together, up to a run; -1 if none is free. */
    private int beginning() {
        for (int run = longestRun; run > 1; run /= 2) {
            int block = free.nextSetBit(0);
            while (block >= 0) {
                int begin = (block + run - 1) / run * run; // aligned, so that runs do not begin where others grow
                int end = free.nextClearBit(begin);
                if (free.get(begin) && end - begin >= run) {
                    return begin;
                }
                block = free.nextSetBit(Math.max(begin, end));
            }
        }
        return free.nextSetBit(0);
    }

    /** One more holder. */
    void retain(int block) {
        if (holders[block]++ == 0) {
            if (!prefixes.revive(block)) {
                throw new IllegalStateException("block " + block + " is free and cannot be shared");
            }
        }
    }

    /** One holder less. */
    void release(int block) {
        if (holders[block] == 0) {
            throw new IllegalStateException("block " + block + " is released more often than it is held");
        }
        if (--holders[block] == 0 && !prefixes.rest(block)) {
            free.set(block);
        }
    }

    int holders(int block) {
        return holders[block];
    }

    /** Whether it is kept, held or not, for whoever begins alike. */
    boolean remembered(int block) {
        return prefixes.remembers(block);
    }

    boolean isFree(int block) {
        return free.get(block);
    }
}
