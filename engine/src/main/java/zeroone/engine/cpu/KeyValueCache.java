package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import zeroone.model.huggingface.LlamaConfig;
import zeroone.tensor.DType;

/**
 * Keys and values of all layers in blocks of positions. All keys of a layer's head lie together, and all of its values: a
 * sequence whose blocks follow each other is read from memory in one go, which is about twice as fast as from block to block.
 */
sealed interface KeyValueCache permits KeyValueBlocks, KeyValueTiles {
    /** The fastest that this machine, shape and type have. */
    static KeyValueCache of(Arena arena, DecoderShape shape, LlamaConfig config, DType type) {
        int layers = config.layers();
        int heads = config.keyValueHeads();
        return KeyValueTiles.fits(shape.blockSize(), config.headSize(), type)
                ? new KeyValueTiles(arena, shape.blocks(), shape.blockSize(), layers, heads, config.headSize())
                : new KeyValueBlocks(arena, shape.blocks(), shape.blockSize(), layers, heads, config.headSize(), type);
    }

    /** Bytes that one block takes in all layers and heads. */
    static long blockBytes(int blockSize, LlamaConfig config, DType type) {
        int layers = config.layers();
        int heads = config.keyValueHeads();
        return KeyValueTiles.fits(blockSize, config.headSize(), type)
                ? KeyValueTiles.blockBytes(blockSize, layers, heads, config.headSize())
                : KeyValueBlocks.blockBytes(blockSize, layers, heads, config.headSize(), type);
    }

    /** Bytes of what one thread needs to look at so many positions. */
    static long attentionBytes(DecoderShape shape, LlamaConfig config, DType type) {
        int longest = shape.longest(config);
        return KeyValueTiles.fits(shape.blockSize(), config.headSize(), type)
                ? TileAttention.bytes(longest)
                : BlockAttention.bytes(longest);
    }

    int blocks();

    /** Positions of a block. */
    int blockSize();

    /**
     * Stores one position.
     *
     * @param key rotated, from {@code keyStart}
     * @param value float32 in native memory at {@code valueOffset}
     */
    void store(
            int block, int slot, int layer, int head, float[] key, int keyStart, MemorySegment value, long valueOffset);

    /** Copies all keys and values of a block to another. */
    void copy(int from, int to);

    /** Attention over it, for one thread. */
    Attention attention(Arena arena, int longest);
}
