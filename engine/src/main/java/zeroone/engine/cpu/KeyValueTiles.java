package zeroone.engine.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import zeroone.tensor.Bfloat16;
import zeroone.tensor.Bfloat16Tiles;
import zeroone.tensor.DType;
import zeroone.tensor.HugePages;

/**
 * Keys and values in bfloat16, as tiles that the processor multiplies. To scores, positions are outputs and a head's elements
 * inputs; to what is looked up, a head's elements are outputs, 32 of them together, and positions inputs.
 */
final class KeyValueTiles implements KeyValueCache {
    private static final int POSITIONS = Bfloat16Tiles.OUTPUTS; // of keys that lie together
    static final int COLUMNS = Bfloat16Tiles.OUTPUTS; // of values that lie together

    private static final int NOT_NUMBERS = 0x7FC0_7FC0; // two bfloat16
    private static final float LARGEST = 0x1.FFp127f; // from here on bfloat16 may be infinite

    private final MemorySegment memory;
    private final int layers;
    private final int heads;
    private final int headSize;
    private final int blockSize;
    private final int blocks;
    private final long keyBytes; // of a block in one head
    private final long columnBytes; // of the values of a block in COLUMNS columns of a head

    KeyValueTiles(Arena arena, int blocks, int blockSize, int layers, int heads, int headSize) {
        if (blocks < 1) {
            throw new IllegalArgumentException("there must be at least one block: " + blocks);
        }
        if (!fits(blockSize, headSize, DType.BFLOAT16)) {
            throw new IllegalArgumentException("blocks of whole groups of " + POSITIONS + " positions and heads of "
                    + COLUMNS + " elements, on a machine with products of tiles: " + blockSize + ", " + headSize);
        }
        this.layers = layers;
        this.heads = heads;
        this.headSize = headSize;
        this.blockSize = blockSize;
        this.blocks = blocks;
        this.keyBytes = (long) blockSize * headSize * Short.BYTES;
        this.columnBytes = (long) blockSize * COLUMNS * Short.BYTES;
        this.memory = HugePages.allocate(
                arena, Math.multiplyExact((long) blocks, blockBytes(blockSize, layers, heads, headSize)));
    }

    /** Whether keys and values of this shape can lie so. */
    static boolean fits(int blockSize, int headSize, DType type) {
        return type == DType.BFLOAT16
                && blockSize % POSITIONS == 0
                && headSize % COLUMNS == 0
                && Bfloat16Tiles.available();
    }

    @Override
    public int blocks() {
        return blocks;
    }

    @Override
    public int blockSize() {
        return blockSize;
    }

    /** Bytes of one block. */
    static long blockBytes(int blockSize, int layers, int heads, int headSize) {
        return 2L * layers * heads * blockSize * headSize * Short.BYTES;
    }

    int headSize() {
        return headSize;
    }

    MemorySegment memory() {
        return memory;
    }

    /** Where the keys of a head begin, in bytes. */
    long keys(int block, int layer, int head) {
        return (long) (layer * heads + head) * blocks * 2 * keyBytes + block * keyBytes;
    }

    /** Where the values of a head begin from a column on, in bytes. */
    long values(int block, int layer, int head, int column) {
        return keys(blocks, layer, head) + (long) (column / COLUMNS) * blocks * columnBytes + block * columnBytes;
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
        boolean numbers = finite(value, valueOffset);
        storeKey(keys(block, layer, head), slot, key, keyStart, numbers);
        int input = slot % Bfloat16Tiles.INPUTS;
        for (int column = 0; column < headSize; column += COLUMNS) {
            long tile = values(block, layer, head, column) + (long) (slot / Bfloat16Tiles.INPUTS) * Bfloat16Tiles.BYTES;
            for (int i = 0; i < COLUMNS; i++) {
                float v = numbers ? value.get(Lanes.FLOAT, valueOffset + 4L * (column + i)) : 0;
                memory.set(Lanes.SHORT, tile + Bfloat16Tiles.offset(i, input), Bfloat16.of(v));
            }
        }
    }

    /** Whether all values of a head are numbers, also once they are rounded. */
    private boolean finite(MemorySegment value, long offset) {
        boolean finite = true;
        for (int i = 0; i < headSize; i++) {
            float v = value.get(Lanes.FLOAT, offset + 4L * i);
            finite &= Math.abs(v) < LARGEST; // false for what is not a number
        }
        return finite;
    }

    /**
     * Queries that do not see a position multiply its values by 0, which is not 0 if those are no numbers; so do queries of other
     * sequences with what was left behind their last position. So such values become 0 and the key something that is not a
     * number: whoever sees the position gets that, and nobody else.
     */
    private void storeKey(long keys, int slot, float[] key, int keyStart, boolean numbers) {
        long group = keys + (long) (slot / POSITIONS) * POSITIONS * headSize * Short.BYTES;
        for (int i = 0; i < headSize; i += 2) {
            long tile = group + (long) (i / Bfloat16Tiles.INPUTS) * Bfloat16Tiles.BYTES;
            int first = Bfloat16.of(key[keyStart + i]) & 0xFFFF;
            int second = Bfloat16.of(key[keyStart + i + 1]) << 16;
            memory.set(
                    Lanes.INT,
                    tile + Bfloat16Tiles.offset(slot % POSITIONS, i % Bfloat16Tiles.INPUTS),
                    numbers ? first | second : NOT_NUMBERS);
        }
    }

    @Override
    public void copy(int from, int to) {
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                MemorySegment.copy(memory, keys(from, layer, head), memory, keys(to, layer, head), keyBytes);
                for (int column = 0; column < headSize; column += COLUMNS) {
                    long source = values(from, layer, head, column);
                    MemorySegment.copy(memory, source, memory, values(to, layer, head, column), columnBytes);
                }
            }
        }
    }

    @Override
    public Attention attention(Arena arena, int longest) {
        return new TileAttention(arena, this, longest);
    }
}
