package zeroone.engine;

/**
 * The exponential function in float32 without a branch, several times as fast as {@link Math#exp}: 2^k times a polynomial
 * on half an octave either way; within two units in the last place. NaN stays NaN.
 */
final class Exponential {
    private static final float LOG2_E = 1.44269504f;
    // ln 2 in two parts, so that the remainder is exact to float32
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 0x1.8p23f; // adding it leaves no bits for fractions
    private static final float LOWEST = -87f; // below it the result is zero here: not a normal number any more

    private Exponential() {}

    /**
     * Exponentials of the first {@code size} values, none of them positive.
     *
     * @return their sum
     */
    static double apply(float[] values, float[] results, int size) {
        for (int i = 0; i < size; i++) {
            results[i] = of(values[i]);
        }
        // Four sums, because one would wait for itself.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= size; i += 4) {
            a += results[i];
            b += results[i + 1];
            c += results[i + 2];
            d += results[i + 3];
        }
        for (; i < size; i++) {
            a += results[i];
        }
        return (a + b) + (c + d);
    }

    /** Of a value that is not positive. */
    static float of(float value) {
        float x = Math.max(value, LOWEST);
        float shifted = x * LOG2_E + ROUND;
        float k = shifted - ROUND;
        float r = x - k * LN2_HIGH - k * LN2_LOW;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        p = p * r * r + r + 1;
        float power = Float.intBitsToFloat(((int) k + 127) << 23);
        return value < LOWEST ? 0 : p * power;
    }
}
