package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import zeroone.tensor.Assembler.Address;

/**
 * Weights rounded to one of 255 multiples of a float32 scale, one for each output. They become bfloat16, exactly, on their way
 * to the product; scales take part when sums are done.
 */
record EightBits() implements BlockFormat {
    private static final int LARGEST = 127;
    private static final int HEADER = OUTPUTS * Float.BYTES;
    private static final int UNIT = OUTPUTS * INPUTS;
    private static final int LOW = BlockKernel.FREE;
    private static final int HIGH = BlockKernel.FREE + 1;

    @Override
    public int mostRows() {
        return 8;
    }

    @Override
    public long blockBytes(int inputs) {
        return HEADER + (long) inputs / INPUTS * UNIT;
    }

    @Override
    public void pack(float[] weights, int inputs, MemorySegment target, long at) {
        for (int output = 0; output < OUTPUTS; output++) {
            float most = 0;
            for (int input = 0; input < inputs; input++) {
                most = Math.max(most, Math.abs(weights[output * inputs + input]));
            }
            float inverse = most < Float.MIN_NORMAL * LARGEST ? 0 : LARGEST / most;
            target.set(ValueLayout.JAVA_FLOAT, at + 4L * output, most / LARGEST);
            for (int input = 0; input < inputs; input++) {
                long unit = at + HEADER + (long) input / INPUTS * UNIT;
                byte rounded = (byte) Math.round(weights[output * inputs + input] * inverse);
                target.set(ValueLayout.JAVA_BYTE, unit + BlockFormat.place(output, input % INPUTS), rounded);
            }
        }
    }

    @Override
    public void assemble(BlockKernel.Frame frame) {
        frame.keepHeader(HEADER);
        frame.units(UNIT, (code, vector) -> {
            code.widenSignedBytesToInts(LOW, Address.at(BlockKernel.BLOCK, 32 * vector));
            code.widenSignedBytesToInts(HIGH, Address.at(BlockKernel.BLOCK, 32 * vector + 16));
            code.intsToFloats(LOW, LOW);
            code.intsToFloats(HIGH, HIGH);
            code.floatsToBfloat16(LOW, HIGH, LOW);
            return LOW;
        });
        frame.scaleByHeader();
    }
}
