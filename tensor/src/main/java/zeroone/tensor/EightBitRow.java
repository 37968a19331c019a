package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * One row with int8 weights, before scaling. oneDNN turns weights into bfloat16 tiles before it multiplies, which is worth
 * it for several rows; one row is read in half the time by going over the bytes once.
 *
 * <p>Four bytes of a vector's lane belong to two inputs of two neighbouring outputs. A byte is moved to the top of its lane,
 * where it is 2^24 times the weight: that factor is taken out of the sums, exactly.
 */
final class EightBitRow implements RowKernel {
    private static final int BYTES_A_PAIR = 2 * BLOCK;
    private static final int TOP_BYTE = 0xFF000000;
    private static final float FACTOR = 0x1p-24f;

    private final MemorySegment weights;
    private final int pairs;
    private final float[] unordered = new float[BLOCK];

    /**
     * @param weights int8 [outputs / 64, pairs, 64, 2]
     */
    EightBitRow(MemorySegment weights, int pairs) {
        this.weights = weights;
        this.pairs = pairs;
    }

    @Override
    public void sum(int block, int firstPair, int endPair, float[] x, float[] sums) {
        sum((long) block * pairs * BYTES_A_PAIR, firstPair, endPair, x);
        for (int i = 0; i < BLOCK / 4; i++) {
            sums[2 * i] = unordered[i] * FACTOR;
            sums[2 * i + 1] = unordered[i + 16] * FACTOR;
            sums[2 * i + 32] = unordered[i + 32] * FACTOR;
            sums[2 * i + 33] = unordered[i + 48] * FACTOR;
        }
    }

    // One method that calls no other with a vector, and no more operations: else C2 makes objects of them.
    private void sum(long start, int firstPair, int endPair, float[] x) {
        IntVector top = IntVector.broadcast(INTS, TOP_BYTE);
        FloatVector s0 = FloatVector.zero(FLOATS); // outputs 0, 2, .. 30
        FloatVector s1 = s0; // outputs 1, 3, .. 31
        FloatVector s2 = s0; // outputs 32, 34, .. 62
        FloatVector s3 = s0; // outputs 33, 35, .. 63
        for (int pair = firstPair; pair < endPair; pair++) {
            FloatVector even = FloatVector.broadcast(FLOATS, x[2 * pair]);
            FloatVector odd = FloatVector.broadcast(FLOATS, x[2 * pair + 1]);
            long at = start + (long) pair * BYTES_A_PAIR;
            IntVector v = IntVector.fromMemorySegment(INTS, weights, at, ORDER);
            IntVector w = IntVector.fromMemorySegment(INTS, weights, at + 64, ORDER);
            s0 = number(v.lanewise(VectorOperators.LSHL, 16).and(top)).fma(odd, s0);
            s2 = number(w.lanewise(VectorOperators.LSHL, 16).and(top)).fma(odd, s2);
            s1 = number(v.and(top)).fma(odd, s1);
            s3 = number(w.and(top)).fma(odd, s3);
            s0 = number(v.lanewise(VectorOperators.LSHL, 24)).fma(even, s0);
            s2 = number(w.lanewise(VectorOperators.LSHL, 24)).fma(even, s2);
            s1 = number(v.lanewise(VectorOperators.LSHL, 8).and(top)).fma(even, s1);
            s3 = number(w.lanewise(VectorOperators.LSHL, 8).and(top)).fma(even, s3);
        }
        s0.intoArray(unordered, 0);
        s1.intoArray(unordered, 16);
        s2.intoArray(unordered, 32);
        s3.intoArray(unordered, 48);
    }

    private static FloatVector number(IntVector v) {
        return (FloatVector) v.convert(VectorOperators.I2F, 0);
    }
}
