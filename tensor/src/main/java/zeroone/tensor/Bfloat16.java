package zeroone.tensor;

/** Numbers of sixteen bits with the exponent of float32, for memory that Java reads and writes itself. */
public final class Bfloat16 {
    private Bfloat16() {}

    /** The bits of the nearest, ties to even. */
    public static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16);
    }

    public static float toFloat(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
