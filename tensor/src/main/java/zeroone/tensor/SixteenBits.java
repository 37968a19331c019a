package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import zeroone.tensor.Assembler.Address;

/** Weights rounded to bfloat16. */
record SixteenBits() implements BlockFormat {
    private static final int UNIT = OUTPUTS * INPUTS * Short.BYTES;
    private static final int WEIGHTS = BlockKernel.FREE;

    @Override
    public int mostRows() {
        return 8;
    }

    @Override
    public boolean continues() {
        return true;
    }

    @Override
    public long blockBytes(int inputs) {
        return (long) inputs / INPUTS * UNIT;
    }

    @Override
    public void pack(float[] weights, int inputs, MemorySegment target, long at) {
        for (int output = 0; output < OUTPUTS; output++) {
            for (int input = 0; input < inputs; input++) {
                long unit = at + (long) input / INPUTS * UNIT;
                target.set(
                        ValueLayout.JAVA_SHORT,
                        unit + 2L * BlockFormat.place(output, input % INPUTS),
                        Bfloat16.of(weights[output * inputs + input]));
            }
        }
    }

    @Override
    public void assemble(BlockKernel.Frame frame) {
        frame.units(UNIT, (code, vector) -> {
            code.loadVector(WEIGHTS, Address.at(BlockKernel.BLOCK, 64 * vector));
            return WEIGHTS;
        });
    }
}
