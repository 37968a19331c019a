package zeroone.model.huggingface;

import java.util.Locale;
import java.util.Optional;

/** Element types of the safetensors format, under the names it gives them; little-endian. */
public enum DataType {
    BOOL(1),
    U8(1),
    I8(1),
    F8_E5M2(1),
    F8_E4M3(1),
    I16(2),
    U16(2),
    F16(2),
    BF16(2),
    I32(4),
    U32(4),
    F32(4),
    I64(8),
    U64(8),
    F64(8);

    private final int bytes;

    DataType(int bytes) {
        this.bytes = bytes;
    }

    /** Size of an element in bytes. */
    public int bytes() {
        return bytes;
    }

    static Optional<DataType> named(String name) {
        for (DataType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type that a config.json calls "float32", "bfloat16" or "float16". */
    static Optional<DataType> ofTorch(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "float32" -> Optional.of(F32);
            case "bfloat16" -> Optional.of(BF16);
            case "float16" -> Optional.of(F16);
            case "float64" -> Optional.of(F64);
            default -> Optional.empty();
        };
    }

    /** PyTorch's name of a floating-point type. */
    String torchName() {
        return switch (this) {
            case F32 -> "float32";
            case BF16 -> "bfloat16";
            case F16 -> "float16";
            case F64 -> "float64";
            case BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64 ->
                throw new IllegalArgumentException("weights must be F32, BF16, F16 or F64: " + this);
        };
    }
}
