package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * One row with bfloat16 weights. It reads them as fast as one core can read memory, where oneDNN's product of one row
 * reaches about half of that.
 *
 * @param weights [outputs / 64, pairs, 64, 2]
 */
record SixteenBitRow(MemorySegment weights, int pairs) implements RowKernel {
    private static final int BYTES_A_PAIR = 4 * BLOCK;
    private static final int HIGH = 0xFFFF0000;

    @Override
    public void sum(int block, int firstPair, int endPair, float[] x, float[] sums) {
        long start = (long) block * pairs * BYTES_A_PAIR;
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int pair = firstPair; pair < endPair; pair++) {
            FloatVector even = FloatVector.broadcast(FLOATS, x[2 * pair]);
            FloatVector odd = FloatVector.broadcast(FLOATS, x[2 * pair + 1]);
            long at = start + (long) pair * BYTES_A_PAIR;
            s0 = sum(at, even, odd, s0);
            s1 = sum(at + 64, even, odd, s1);
            s2 = sum(at + 128, even, odd, s2);
            s3 = sum(at + 192, even, odd, s3);
        }
        s0.intoArray(sums, 0);
        s1.intoArray(sums, 16);
        s2.intoArray(sums, 32);
        s3.intoArray(sums, 48);
    }

    /** A bfloat16 is the upper half of a float32. */
    private FloatVector sum(long at, FloatVector even, FloatVector odd, FloatVector sum) {
        IntVector both = IntVector.fromMemorySegment(INTS, weights, at, ORDER);
        FloatVector second = both.and(HIGH).reinterpretAsFloats().fma(odd, sum);
        return both.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().fma(even, second);
    }
}
