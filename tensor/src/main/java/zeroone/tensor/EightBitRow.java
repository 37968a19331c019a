package zeroone.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of one row with int8 weights as oneDNN packs them on machines with vectors of 512 bits: blocks of 64 outputs,
 * in which pairs of inputs of one output are neighbours. oneDNN turns weights into bfloat16 tiles before it multiplies,
 * which is worth it for several rows; one row is read in half the time by going over the bytes once.
 *
 * <p>Its sums are in another order than oneDNN's, so the last bits differ.
 */
final class EightBitRow {
    private static final int BLOCK = 64;
    private static final int PARTS = 8;
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    private static final int LANES = FLOATS.length();
    private static final VectorShuffle<Float> NEIGHBOURS = VectorShuffle.fromOp(FLOATS, lane -> lane ^ 1);

    private final int outputs;
    private final int inputs;
    private final int pairs;
    private final MemorySegment weights;
    private final MemorySegment scales;
    private final long[] x; // two float32 activations each
    private final float[] sums = new float[PARTS * LANES];

    /**
     * @param weights int8 in oneDNN's layout
     * @param scales float32 [outputs]
     */
    EightBitRow(int outputs, int inputs, MemorySegment weights, MemorySegment scales) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.pairs = (inputs + 31) / 32 * 16;
        this.weights = weights;
        this.scales = scales;
        this.x = new long[pairs];
    }

    /** Whether this machine has the vectors, and oneDNN has packed the weights in the way that is read here. */
    static boolean fits(MemorySegment layout) {
        return FloatVector.SPECIES_PREFERRED == FLOATS
                && OneDnn.innerBlocks(layout).equals("16 inputs, 64 outputs, 2 inputs");
    }

    /**
     * y = W x, or y += W x.
     *
     * @param source bfloat16 [inputs]
     * @param target float32 [outputs]
     */
    void multiply(MemorySegment source, MemorySegment target, boolean add) {
        read(source);
        for (int first = 0; first < outputs; first += BLOCK) {
            block((long) first * pairs * 2);
            int length = Math.min(BLOCK, outputs - first);
            for (int i = 0; i < length; i++) {
                float value = sums[2 * i] * scales.getAtIndex(ValueLayout.JAVA_FLOAT, first + i);
                float before = add ? target.getAtIndex(ValueLayout.JAVA_FLOAT, first + i) : 0;
                target.setAtIndex(ValueLayout.JAVA_FLOAT, first + i, before + value);
            }
        }
    }

    private void read(MemorySegment source) {
        for (int pair = 0; pair < inputs / 2; pair++) {
            int both = source.get(INT, 4L * pair);
            x[pair] = (both & 0xFFFFL) << 16 | (both & 0xFFFF0000L) << 32;
        }
        if (inputs % 2 == 1) {
            x[inputs / 2] = (source.get(SHORT, 2L * (inputs - 1)) & 0xFFFFL) << 16;
        }
    }

    /** Sums of 64 outputs, each in two neighbouring places. */
    private void block(long at) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int pair = 0; pair < pairs; pair++) {
            FloatVector v =
                    LongVector.broadcast(LongVector.SPECIES_512, x[pair]).reinterpretAsFloats();
            long row = at + (long) pair * 2 * BLOCK;
            s0 = weights(row).fma(v, s0);
            s1 = weights(row + 16).fma(v, s1);
            s2 = weights(row + 32).fma(v, s2);
            s3 = weights(row + 48).fma(v, s3);
            s4 = weights(row + 64).fma(v, s4);
            s5 = weights(row + 80).fma(v, s5);
            s6 = weights(row + 96).fma(v, s6);
            s7 = weights(row + 112).fma(v, s7);
        }
        add(s0, 0);
        add(s1, 1);
        add(s2, 2);
        add(s3, 3);
        add(s4, 4);
        add(s5, 5);
        add(s6, 6);
        add(s7, 7);
    }

    private FloatVector weights(long at) {
        return (FloatVector) ByteVector.fromMemorySegment(ByteVector.SPECIES_128, weights, at, ORDER)
                .convertShape(VectorOperators.B2F, FLOATS, 0);
    }

    private void add(FloatVector pairsOfSums, int part) {
        pairsOfSums.add(pairsOfSums.rearrange(NEIGHBOURS)).intoArray(sums, part * LANES);
    }
}
