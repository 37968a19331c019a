package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Products with matrices that are written number by number as they grow, such as keys and values, and still multiply as fast
 * as the processor can. They are bfloat16 in tiles of {@link #OUTPUTS} by {@link #INPUTS}: first all inputs of the first
 * outputs, then those of the next. One instance a thread.
 *
 * <p>Numbers that were never written take part in products of whole tiles: whoever multiplies must see to it that they are 0
 * where they meet something, as 0 times what is not a number is not 0.
 */
public final class Bfloat16Tiles {
    public static final int OUTPUTS = BlockFormat.OUTPUTS;
    public static final int INPUTS = BlockFormat.INPUTS;

    /** The most rows of a product. */
    public static final int MOST_ROWS = BlockKernel.MOST_ROWS;

    /** Bytes of a tile. */
    public static final int BYTES = OUTPUTS * INPUTS * Short.BYTES;

    private static final SixteenBits FORMAT = new SixteenBits();

    private final BlockKernel.Arguments arguments;
    private final SoftmaxKernel softmax;

    /**
     * @throws UnsupportedOperationException if this machine has no such products
     */
    public Bfloat16Tiles(Arena arena) {
        if (!available()) {
            throw new UnsupportedOperationException(
                    "products of tiles need Linux and a processor with avx512_bf16; ask available() before");
        }
        this.arguments = BlockKernel.Arguments.allocate(arena);
        this.softmax = new SoftmaxKernel(arena);
    }

    public static boolean available() {
        return MachineCode.available();
    }

    /** Where an element lies within its tile, in bytes. Of an even input and the next one, elements are neighbours. */
    public static int offset(int output, int input) {
        return BlockFormat.place(output, input) * Short.BYTES;
    }

    /** A place in a matrix: distances in bytes. */
    public record Place(MemorySegment memory, long at, long stride) {}

    /**
     * y = x W<sup>T</sup>, summed over the inputs in order.
     *
     * @param tiles of W begin there; their stride does not matter
     * @param blocks of OUTPUTS outputs
     * @param inputs a multiple of INPUTS
     * @param rows of x and y; at most {@link #MOST_ROWS}
     * @param x bfloat16 [rows, inputs]
     * @param y float32 [rows, blocks * OUTPUTS]
     * @param further whether sums begin with what y has: then a product in parts has the bits of one that is done at once
     */
    public void multiply(Place tiles, int blocks, int inputs, int rows, Place x, Place y, boolean further) {
        if (rows < 1 || rows > MOST_ROWS || inputs < INPUTS || inputs % INPUTS != 0 || blocks < 1) {
            throw new IllegalArgumentException("1 to " + MOST_ROWS + " rows, whole tiles of " + INPUTS
                    + " inputs and at least a block: " + rows + ", " + inputs + ", " + blocks);
        }
        long weights = address(tiles, (long) blocks * (inputs / INPUTS) * BYTES);
        long source = address(x, (rows - 1) * x.stride() + (long) inputs * Short.BYTES);
        long target = address(y, (rows - 1) * y.stride() + (long) blocks * OUTPUTS * Float.BYTES);
        arguments.shape(inputs, inputs, x.stride(), y.stride());
        arguments.place(weights, source, target, blocks, 0);
        BlockKernel.run(FORMAT, rows, further ? BlockKernel.Sums.CONTINUE : BlockKernel.Sums.SET, arguments);
    }

    /**
     * Turns scores into bfloat16 weights, e^(score - largest): what is multiplied next. Those of -∞ become 0.
     *
     * @param scores float32 [count]
     * @param weights gets them, [count]
     * @param count a multiple of {@link #OUTPUTS}
     * @return the sum of the weights as they were rounded
     */
    public float exponentiate(Place scores, Place weights, int count) {
        if (count < OUTPUTS || count % OUTPUTS != 0) {
            throw new IllegalArgumentException("whole groups of " + OUTPUTS + " scores: " + count);
        }
        long from = address(scores, (long) count * Float.BYTES);
        return softmax.run(from, address(weights, (long) count * Short.BYTES), count);
    }

    private static long address(Place place, long bytes) {
        if (!place.memory().isNative() || !place.memory().scope().isAlive()) {
            throw new IllegalArgumentException("tiles are multiplied in native memory that is still there: " + place);
        }
        Objects.checkFromIndexSize(place.at(), bytes, place.memory().byteSize());
        return place.memory().address() + place.at();
    }
}
