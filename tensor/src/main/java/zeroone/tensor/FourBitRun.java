package zeroone.tensor;

/**
 * The weights of up to 32 inputs of an output in four bits: a bfloat16 least value plus a bfloat16 scale times codes from 0 to 15.
 *
 * @param scale bfloat16
 * @param least bfloat16
 * @param codes as many as there are inputs
 */
record FourBitRun(short scale, short least, int[] codes) {
    static final int LENGTH = 32;
    private static final int LARGEST = 15;

    /** Rounds each weight to the nearest code. */
    static FourBitRun of(float[] weights, int from, int length) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            least = Math.min(least, weights[from + i]);
            most = Math.max(most, weights[from + i]);
        }
        short leastBits = Bfloat16.of(least);
        short scaleBits = Bfloat16.of((most - least) / LARGEST);
        least = Bfloat16.toFloat(leastBits);
        float scale = Bfloat16.toFloat(scaleBits);
        int[] codes = new int[length];
        for (int i = 0; i < length; i++) {
            codes[i] = scale == 0 ? 0 : Math.clamp(Math.round((weights[from + i] - least) / scale), 0, LARGEST);
        }
        return new FourBitRun(scaleBits, leastBits, codes);
    }
}
