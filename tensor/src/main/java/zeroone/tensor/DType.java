package zeroone.tensor;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** Element types. */
public enum DType {
    FLOAT32(ScalarType.Float, 4),
    BFLOAT16(ScalarType.BFloat16, 2),
    FLOAT16(ScalarType.Half, 2),
    INT64(ScalarType.Long, 8),
    INT32(ScalarType.Int, 4),
    BOOL(ScalarType.Bool, 1);

    final ScalarType scalarType;
    private final int bytes;

    DType(ScalarType scalarType, int bytes) {
        this.scalarType = scalarType;
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    static DType of(ScalarType type) {
        for (DType dtype : values()) {
            if (dtype.scalarType == type) {
                return dtype;
            }
        }
        throw new IllegalStateException("a tensor has element type " + type + ", which ZeroOne does not use");
    }
}
