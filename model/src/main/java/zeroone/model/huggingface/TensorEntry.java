package zeroone.model.huggingface;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;

/**
 * One named tensor of a safetensors file.
 *
 * @param shape row-major; empty for a scalar
 * @param data the elements, little-endian; valid while the file it came from is open
 */
public record TensorEntry(String name, DataType dtype, long[] shape, MemorySegment data) {
    public TensorEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dtype, "dtype");
        Objects.requireNonNull(data, "data");
        shape = shape.clone();
        if (byteSize(dtype, shape) != data.byteSize()) {
            throw new IllegalArgumentException("tensor " + name + " of " + dtype + Arrays.toString(shape) + " needs "
                    + byteSize(dtype, shape) + " bytes of data: " + data.byteSize());
        }
    }

    /** @throws ArithmeticException if the size does not fit into 63 bits or a dimension is negative */
    static long byteSize(DataType dtype, long[] shape) {
        long size = dtype.bytes();
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new ArithmeticException("negative dimension " + dimension);
            }
            size = Math.multiplyExact(size, dimension);
        }
        return size;
    }

    /** Number of elements. */
    public long elements() {
        return data.byteSize() / dtype.bytes();
    }
}
