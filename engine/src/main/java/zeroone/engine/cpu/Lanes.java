package zeroone.engine.cpu;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Vectors of floats, as wide as the machine has them, and bfloat16 on the way in and out of memory. */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int COUNT = FLOATS.length();
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ORDER);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER);
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));

    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 12_582_912f; // 1.5 * 2^23: adding it leaves the nearest integer in the low bits
    private static final float LOWEST = -87f; // e^x below is not a normal float

    private static final VectorShuffle<Float> ROTATED_BY_1 = rotated(1);
    private static final VectorShuffle<Float> ROTATED_BY_2 = rotated(2);
    private static final VectorShuffle<Float> ROTATED_BY_4 = rotated(4);
    private static final VectorShuffle<Float> ROTATED_BY_8 = rotated(8);

    private Lanes() {}

    private static VectorShuffle<Float> rotated(int lanes) {
        return VectorShuffle.fromOp(FLOATS, lane -> (lane + lanes) % COUNT);
    }

    /**
     * The sum of all lanes, always in the same order: that of {@code reduceLanes} changes when a method is compiled, and
     * with it the last bits of everything a model says.
     */
    static float sum(FloatVector values) {
        FloatVector v = values;
        if (COUNT >= 16) {
            v = v.add(v.rearrange(ROTATED_BY_8));
        }
        if (COUNT >= 8) {
            v = v.add(v.rearrange(ROTATED_BY_4));
        }
        if (COUNT >= 4) {
            v = v.add(v.rearrange(ROTATED_BY_2));
        }
        return v.add(v.rearrange(ROTATED_BY_1)).lane(0);
    }

    static FloatVector load(MemorySegment memory, long offset) {
        return FloatVector.fromMemorySegment(FLOATS, memory, offset, ORDER);
    }

    static FloatVector loadBfloat16(MemorySegment memory, long offset) {
        return ((IntVector) ShortVector.fromMemorySegment(SHORTS, memory, offset, ORDER)
                        .convertShape(ZERO_EXTEND_S2I, INTS, 0))
                .lanewise(VectorOperators.LSHL, 16)
                .reinterpretAsFloats();
    }

    /** Rounds to the nearest, ties to even. */
    static void storeBfloat16(FloatVector values, MemorySegment memory, long offset) {
        IntVector bits = values.reinterpretAsInts();
        IntVector odd = bits.lanewise(LSHR, 16).and(1);
        IntVector rounded = bits.add(0x7FFF).add(odd).lanewise(LSHR, 16);
        ((ShortVector) rounded.convertShape(VectorOperators.I2S, SHORTS, 0)).intoMemorySegment(memory, offset, ORDER);
    }

    /**
     * e^x to about one unit in the last place; 0 below -87. The polynomial is that of Cephes' expf; written out because
     * not every machine has a vector exp, and because every machine shall compute the same.
     */
    static FloatVector exp(FloatVector x) {
        VectorMask<Float> tiny = x.lt(LOWEST);
        FloatVector clamped = x.max(LOWEST).min(88f);
        FloatVector shifted = clamped.mul(LOG2_E).add(ROUND);
        FloatVector whole = shifted.sub(ROUND);
        FloatVector rest = clamped.sub(whole.mul(LN2_HIGH)).sub(whole.mul(LN2_LOW));
        FloatVector p = FloatVector.broadcast(FLOATS, 1.9875691500e-4f);
        p = p.fma(rest, FloatVector.broadcast(FLOATS, 1.3981999507e-3f));
        p = p.fma(rest, FloatVector.broadcast(FLOATS, 8.3334519073e-3f));
        p = p.fma(rest, FloatVector.broadcast(FLOATS, 4.1665795894e-2f));
        p = p.fma(rest, FloatVector.broadcast(FLOATS, 1.6666665459e-1f));
        p = p.fma(rest, FloatVector.broadcast(FLOATS, 5.0000001201e-1f));
        p = p.mul(rest).fma(rest, rest).add(1f);
        IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        FloatVector result = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
        return result.blend(0f, tiny);
    }
}
