package zeroone.tensor;

/** How a {@link PackedMatrix} keeps its weights. */
public enum WeightFormat {
    /** Exact; activations are float32 too. */
    FLOAT32(DType.FLOAT32),
    /**
     * Rounded to eight bits of mantissa; activations are bfloat16, sums float32. Weights of less than 2<sup>-13</sup> of the
     * largest beside them may become zero, if that changes less than the rounding does.
     */
    BFLOAT16(DType.BFLOAT16),
    /**
     * Eight bits and one float32 scale an output; activations are bfloat16, sums float32. For generation only.
     */
    INT8(DType.BFLOAT16),
    /** Four bits, and a bfloat16 scale and least value for each 32 inputs of an output. For generation only. */
    INT4(DType.BFLOAT16);

    private final DType activations;

    WeightFormat(DType activations) {
        this.activations = activations;
    }

    /** The type of what is multiplied with such weights. */
    public DType activations() {
        return activations;
    }
}
