package zeroone.engine;

import java.util.BitSet;

/**
 * Who holds which block of the key-value cache. A block that several hold is only read; it is free again when the last
 * one lets it go. The lowest free block is handed out first, so what is in use lies together.
 */
final class BlockPool {
    private final int[] holders;
    private final BitSet free;
    private final PrefixCache prefixes;

    BlockPool(int blocks, PrefixCache prefixes) {
        this.holders = new int[blocks];
        this.free = new BitSet(blocks);
        this.free.set(0, blocks);
        this.prefixes = prefixes;
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

    /** A block for one holder; -1 if all are held. */
    int allocate() {
        int block = free.nextSetBit(0);
        if (block < 0) {
            block = prefixes.evict();
            if (block < 0) {
                return -1;
            }
        }
        free.clear(block);
        holders[block] = 1;
        return block;
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
