package zeroone.cli.train;

import zeroone.tensor.DType;

/** What products are computed in. Weights and optimiser state are float32 either way. */
public enum Precision {
    FLOAT32(DType.FLOAT32),
    BFLOAT16(DType.BFLOAT16);

    private final DType dtype;

    Precision(DType dtype) {
        this.dtype = dtype;
    }

    public DType dtype() {
        return dtype;
    }
}
