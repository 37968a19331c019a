package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import zeroone.tensor.Bfloat16;
import zeroone.tensor.DType;
import zeroone.tensor.HugePages;

/**
 * Keys and values for any machine and shape. Within a block and head, keys lie so that a vector holds one element of sixteen
 * neighbouring positions (scores then need no sums across lanes), values position after position.
 */
final class KeyValueBlocks implements KeyValueCache {
    /** Positions whose keys lie side by side. */
    static final int GROUP = 16;

    private final MemorySegment memory;
    private final DType type;
    private final int layers;
    private final int heads;
    private final int headSize;
    private final int valueWidth; // headSize, up to a whole group
    private final int blockSize;
    private final int blocks;
    private final long keyBytes; // of a block in one head
    private final long valueBytes;

    KeyValueBlocks(Arena arena, int blocks, int blockSize, int layers, int heads, int headSize, DType type) {
        if (blockSize < GROUP || blockSize % GROUP != 0) {
            throw new IllegalArgumentException("a block must hold a multiple of " + GROUP + " positions: " + blockSize);
        }
        if (blocks < 1) {
            throw new IllegalArgumentException("there must be at least one block: " + blocks);
        }
        this.type = type;
        this.layers = layers;
        this.heads = heads;
        this.headSize = headSize;
        this.valueWidth = valueWidth(headSize);
        this.blockSize = blockSize;
        this.blocks = blocks;
        this.keyBytes = (long) blockSize * headSize * Rows.bytes(type);
        this.valueBytes = (long) blockSize * valueWidth * Rows.bytes(type);
        this.memory = HugePages.allocate(
                arena, Math.multiplyExact((long) blocks, blockBytes(blockSize, layers, heads, headSize, type)));
    }

    /** Bytes of one block of the cache. */
    static long blockBytes(int blockSize, int layers, int heads, int headSize, DType type) {
        long width = headSize + valueWidth(headSize);
        return (long) layers * heads * blockSize * width * Rows.bytes(type);
    }

    private static int valueWidth(int headSize) {
        return (headSize + GROUP - 1) / GROUP * GROUP;
    }

    @Override
    public int blocks() {
        return blocks;
    }

    @Override
    public int blockSize() {
        return blockSize;
    }

    int headSize() {
        return headSize;
    }

    int valueWidth() {
        return valueWidth;
    }

    DType type() {
        return type;
    }

    MemorySegment memory() {
        return memory;
    }

    /** Where the keys of a head begin, in bytes. */
    long keys(int block, int layer, int head) {
        return (long) (layer * heads + head) * blocks * (keyBytes + valueBytes) + block * keyBytes;
    }

    /** Where the values of a head begin, in bytes. */
    long values(int block, int layer, int head) {
        return keys(blocks, layer, head) + block * valueBytes;
    }

    @Override
    public void store(
            int block,
            int slot,
            int layer,
            int head,
            float[] key,
            int keyStart,
            MemorySegment value,
            long valueOffset) {
        int bytes = Rows.bytes(type);
        long keyAt = keys(block, layer, head) + ((long) (slot / GROUP) * headSize * GROUP + slot % GROUP) * bytes;
        long valueAt = values(block, layer, head) + (long) slot * valueWidth * bytes;
        if (type == DType.BFLOAT16) {
            for (int i = 0; i < headSize; i++) {
                memory.set(Lanes.SHORT, keyAt + (long) i * GROUP * bytes, Bfloat16.of(key[keyStart + i]));
                float v = value.get(Lanes.FLOAT, valueOffset + 4L * i);
                memory.set(Lanes.SHORT, valueAt + (long) i * bytes, Bfloat16.of(v));
            }
        } else {
            for (int i = 0; i < headSize; i++) {
                memory.set(Lanes.FLOAT, keyAt + (long) i * GROUP * bytes, key[keyStart + i]);
                float v = value.get(Lanes.FLOAT, valueOffset + 4L * i);
                memory.set(Lanes.FLOAT, valueAt + (long) i * bytes, v);
            }
        }
    }

    @Override
    public void copy(int from, int to) {
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                MemorySegment.copy(memory, keys(from, layer, head), memory, keys(to, layer, head), keyBytes);
                MemorySegment.copy(memory, values(from, layer, head), memory, values(to, layer, head), valueBytes);
            }
        }
    }

    @Override
    public Attention attention(Arena arena, int longest) {
        return BlockAttention.over(this, longest);
    }
}
