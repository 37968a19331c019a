package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import zeroone.tensor.Assembler.Address;

/**
 * Weights as {@link FourBitRun}s. Codes become bfloat16 by a look-up and are multiplied as they are; the sum of a run takes part
 * in the scale once, and the least value meets the sum of the run's activations.
 */
record FourBits() implements BlockFormat {
    private static final int HEADER = 64;
    private static final int RUN_HEADER = 2 * OUTPUTS * Short.BYTES; // scales, then least values
    private static final int UNIT = OUTPUTS * INPUTS / 2;
    private static final int UNITS_OF_RUN = FourBitRun.LENGTH / INPUTS;
    private static final int RUN = RUN_HEADER + UNITS_OF_RUN * UNIT;
    private static final int MOST_ROWS = 6;
    private static final int RUN_SUMS = 2 * MOST_ROWS;
    private static final int TABLE = BlockKernel.FREE;
    private static final int CODES = BlockKernel.FREE + 1;
    private static final int WEIGHTS = BlockKernel.FREE + 2;
    private static final int SCALES = BlockKernel.FREE + 3; // two
    private static final int LEASTS = BlockKernel.FREE + 5; // two

    @Override
    public int inputMultiple() {
        return FourBitRun.LENGTH;
    }

    @Override
    public int runLength(int inputs) {
        return FourBitRun.LENGTH;
    }

    @Override
    public int mostRows() {
        return MOST_ROWS;
    }

    @Override
    public long blockBytes(int inputs) {
        return HEADER + (long) inputs / FourBitRun.LENGTH * RUN;
    }

    @Override
    public void pack(float[] weights, int inputs, MemorySegment target, long at) {
        target.asSlice(at, blockBytes(inputs)).fill((byte) 0);
        for (int i = 0; i < HEADER / Short.BYTES; i++) {
            target.set(ValueLayout.JAVA_SHORT, at + (long) i * Short.BYTES, Bfloat16.of(i % 16));
        }
        for (int output = 0; output < OUTPUTS; output++) {
            for (int run = 0; run < inputs / FourBitRun.LENGTH; run++) {
                int from = output * inputs + run * FourBitRun.LENGTH;
                pack(FourBitRun.of(weights, from, FourBitRun.LENGTH), output, target, at + HEADER + (long) run * RUN);
            }
        }
    }

    private static void pack(FourBitRun run, int output, MemorySegment target, long at) {
        target.set(ValueLayout.JAVA_SHORT, at + (long) output * Short.BYTES, run.scale());
        target.set(ValueLayout.JAVA_SHORT, at + (long) (OUTPUTS + output) * Short.BYTES, run.least());
        for (int input = 0; input < FourBitRun.LENGTH; input++) {
            int place = BlockFormat.place(output, input % INPUTS);
            long codes = at + RUN_HEADER + (long) input / INPUTS * UNIT + (long) place % 32 * Short.BYTES;
            int others = target.get(ValueLayout.JAVA_SHORT, codes);
            target.set(ValueLayout.JAVA_SHORT, codes, (short) (others | run.codes()[input] << 4 * (place / 32)));
        }
    }

    @Override
    public void assemble(BlockKernel.Frame frame) {
        Assembler code = frame.code();
        frame.loadHeader(TABLE, HEADER);
        frame.runs(() -> {
            for (int i = 0; i < 4; i++) {
                // A bfloat16 is the upper half of a float32; scales are followed by least values.
                code.widenShortsToInts(SCALES + i, Address.at(BlockKernel.BLOCK, 32 * i));
                code.shiftIntsLeft(SCALES + i, SCALES + i, 16);
            }
            code.addConstant(BlockKernel.BLOCK, RUN_HEADER);
            for (int sum = 0; sum < 2 * frame.rows(); sum++) {
                code.clear(RUN_SUMS + sum);
            }
            frame.units(UNIT, RUN_SUMS, (_, vector) -> {
                if (vector == 0) {
                    code.loadVector(CODES, Address.at(BlockKernel.BLOCK, 0));
                }
                code.shiftShortsRight(WEIGHTS, CODES, 4 * vector);
                code.lookUpShorts(WEIGHTS, WEIGHTS, TABLE); // the fifth bit of an index does not matter
                return WEIGHTS;
            });
            for (int row = 0; row < frame.rows(); row++) {
                for (int half = 0; half < 2; half++) {
                    int sum = 2 * row + half;
                    code.multiplyAddFloat(sum, LEASTS + half, frame.total(row));
                    code.multiplyAdd(sum, RUN_SUMS + sum, SCALES + half);
                }
            }
        });
    }
}
