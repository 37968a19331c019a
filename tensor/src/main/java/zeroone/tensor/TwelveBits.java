package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import zeroone.tensor.Assembler.Address;

/**
 * Weights rounded to bfloat16, in three quarters of its bits. The exponents of a matrix are hardly more than a dozen, yet
 * bfloat16 spends eight bits on each. Here the lower byte of a bfloat16 is kept as it is, and the upper one, which has the sign
 * and seven bits of the exponent, becomes a code of four bits: sign, and one of seven exponents or zero. A look-up in a table
 * of the block turns it back. One row is bound by memory, and there is a third more of it this way.
 *
 * <p>What is less than 2<sup>-14</sup> to 2<sup>-13</sup> times the largest weight of its 32 outputs becomes zero or the least
 * that there is. {@link #keeps} says whether that matters; it does not for weights that are drawn from a normal distribution.
 */
record TwelveBits() implements BlockFormat {
    private static final int HEADER = 64;
    private static final int LOWER_BYTES = OUTPUTS * INPUTS;
    private static final int UNIT = LOWER_BYTES * 3 / 2;
    private static final int EXPONENTS = 8; // one of them that of zero
    private static final int SIGN = 8; // in a code
    private static final int TABLE = BlockKernel.FREE;
    private static final int CODES = BlockKernel.FREE + 1;
    private static final int LOWER = BlockKernel.FREE + 2;
    private static final int WEIGHTS = BlockKernel.FREE + 3;

    /** The squares of changes that are borne, in squares of the weights of an output: a thirtieth of what bfloat16 changes. */
    private static final double BORNE = 0x1p-24;

    @Override
    public int mostRows() {
        return 8;
    }

    @Override
    public long blockBytes(int inputs) {
        return HEADER + (long) inputs / INPUTS * UNIT;
    }

    /** Whether weights [OUTPUTS, inputs] keep their values, but for changes that vanish beside those of bfloat16. */
    static boolean keeps(float[] weights, int inputs) {
        int least = leastExponent(weights);
        for (int output = 0; output < OUTPUTS; output++) {
            double squares = 0;
            double changes = 0;
            for (int input = 0; input < inputs; input++) {
                short bits = Bfloat16.of(weights[output * inputs + input]);
                double value = Bfloat16.toFloat(bits);
                double change = value - Bfloat16.toFloat(kept(bits, least));
                squares += value * value;
                changes += change * change;
            }
            if (!(changes <= BORNE * squares)) {
                return false;
            }
        }
        return true;
    }

    /** Upper seven bits of the exponent. */
    private static int exponent(short bits) {
        return bits >> 8 & 0x7F;
    }

    /** The least exponent that has a code of its own beside zero. */
    private static int leastExponent(float[] weights) {
        int most = 0;
        for (float weight : weights) {
            most = Math.max(most, exponent(Bfloat16.of(weight)));
        }
        return Math.max(1, most - (EXPONENTS - 2));
    }

    /** The nearest bfloat16 that has a code. */
    private static short kept(short bits, int least) {
        int exponent = exponent(bits);
        if (exponent >= least || exponent == 0) {
            return bits;
        }
        int smallest = least << 8;
        boolean up = Bfloat16.toFloat((short) (bits & 0x7FFF)) >= Bfloat16.toFloat((short) smallest) / 2;
        return (short) (bits & 0x8000 | (up ? smallest : 0));
    }

    @Override
    public void pack(float[] weights, int inputs, MemorySegment target, long at) {
        int least = leastExponent(weights);
        for (int i = 0; i < HEADER / Short.BYTES; i++) {
            int exponent = i % EXPONENTS == 0 ? 0 : least + i % EXPONENTS - 1;
            int sign = (i & SIGN) == 0 ? 0 : 0x8000;
            target.set(ValueLayout.JAVA_SHORT, at + (long) i * Short.BYTES, (short) (sign | (exponent & 0x7F) << 8));
        }
        target.asSlice(at + HEADER, blockBytes(inputs) - HEADER).fill((byte) 0);
        for (int output = 0; output < OUTPUTS; output++) {
            for (int input = 0; input < inputs; input++) {
                short bits = kept(Bfloat16.of(weights[output * inputs + input]), least);
                long unit = at + HEADER + (long) input / INPUTS * UNIT;
                int place = BlockFormat.place(output, input % INPUTS);
                target.set(ValueLayout.JAVA_BYTE, unit + place, (byte) bits);
                int code = (bits < 0 ? SIGN : 0) | (exponent(bits) == 0 ? 0 : exponent(bits) - least + 1);
                // Four codes share sixteen bits, one for each vector.
                long codes = unit + LOWER_BYTES + (long) place % 32 * Short.BYTES;
                int others = target.get(ValueLayout.JAVA_SHORT, codes);
                target.set(ValueLayout.JAVA_SHORT, codes, (short) (others | code << 4 * (place / 32)));
            }
        }
    }

    @Override
    public void assemble(BlockKernel.Frame frame) {
        frame.loadHeader(TABLE, HEADER);
        frame.units(UNIT, (code, vector) -> {
            if (vector == 0) {
                code.loadVector(CODES, Address.at(BlockKernel.BLOCK, LOWER_BYTES));
            }
            code.widenBytesToShorts(LOWER, Address.at(BlockKernel.BLOCK, 32 * vector));
            code.shiftShortsRight(WEIGHTS, CODES, 4 * vector);
            code.lookUpShorts(WEIGHTS, WEIGHTS, TABLE); // of an index it reads five bits; the fifth does not matter
            code.or(WEIGHTS, WEIGHTS, LOWER);
            return WEIGHTS;
        });
    }
}
