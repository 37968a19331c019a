package zeroone.tensor;

import java.lang.foreign.MemorySegment;

/**
 * How {@link BlockMatrix} keeps the weights of a block of 32 outputs: a header, and then unit after unit of 4 inputs, each in
 * the order in which instructions want them. A product reads a block from front to back.
 */
sealed interface BlockFormat permits SixteenBits, TwelveBits, EightBits, FourBits {
    /** Outputs of a block: two vectors. */
    int OUTPUTS = PackedMatrix.OUTPUTS_TOGETHER;

    /** Inputs of a unit: two pairs, as the processor multiplies pairs. */
    int INPUTS = 4;

    /** Vectors of weights in a unit; a vector has one pair of each of 16 outputs. */
    int VECTORS = 4;

    /** What the number of inputs must be a multiple of. */
    default int inputMultiple() {
        return INPUTS;
    }

    /** Inputs that are summed on their own, before the sum takes part in the result. */
    default int runLength(int inputs) {
        return inputs;
    }

    /** Whether sums may begin with what is there; not if they are scaled at the end. */
    default boolean continues() {
        return false;
    }

    /** The most rows that are multiplied at once; their sums stay in registers. */
    int mostRows();

    long blockBytes(int inputs);

    /**
     * Writes a block.
     *
     * @param weights float32 [OUTPUTS, inputs], outputs that there are not being 0
     * @param at where the block begins
     */
    void pack(float[] weights, int inputs, MemorySegment target, long at);

    /** Writes the part of a kernel that goes through the units of one block and leaves sums in the kernel's registers. */
    void assemble(BlockKernel.Frame frame);

    /** Where a unit has the weight of an output of its block for an input of the unit, in weights from its first vector on. */
    static int place(int output, int input) {
        int vector = input / 2 * 2 + output / 16;
        return vector * 32 + output % 16 * 2 + input % 2;
    }
}
