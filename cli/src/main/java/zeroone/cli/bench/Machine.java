package zeroone.cli.bench;

import java.util.Locale;
import zeroone.engine.cpu.MemoryReader;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * What this machine can do, as measured now: of arithmetic the best of some repetitions, of memory what it gives on end.
 *
 * @param float32Flops floating-point operations a second in a square float32 product
 * @param bfloat16Flops the same in bfloat16
 * @param copyBytesPerSecond read and written together, in copying what no cache holds
 * @param readBytesPerSecond in only reading it, as generation does with weights and cache
 */
public record Machine(double float32Flops, double bfloat16Flops, double copyBytesPerSecond, double readBytesPerSecond) {
    private static final double SECONDS_EACH = 1;

    /**
     * Measures for some seconds, with as many threads as {@link NativeLibrary#threads}.
     *
     * @param size rows and columns of the products
     * @param bytes of the array that is copied, and of the one that is read
     */
    public static Machine measure(Device device, int size, long bytes) {
        return new Machine(
                product(DType.FLOAT32, device, size),
                product(DType.BFLOAT16, device, size),
                copy(device, bytes),
                read(bytes));
    }

    /** What it can do, in one line. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "float32 %.0f GFLOP/s, bfloat16 %.0f GFLOP/s, memory read %.1f GB/s, copied %.1f GB/s",
                float32Flops / 1e9,
                bfloat16Flops / 1e9,
                readBytesPerSecond / 1e9,
                copyBytesPerSecond / 1e9);
    }

    /** The peak for products in a precision. */
    public double flops(DType precision) {
        return precision == DType.FLOAT32 ? float32Flops : bfloat16Flops;
    }

    private static double product(DType dtype, Device device, int size) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            Tensor a = Tensor.full(0.5, dtype, device, size, size);
            Tensor b = Tensor.full(0.25, dtype, device, size, size);
            double seconds = Stopwatch.best(device, SECONDS_EACH, () -> {
                try (TensorScope _ = new TensorScope()) {
                    a.matmul(b);
                }
            });
            return 2.0 * size * size * size / seconds;
        }
    }

    private static double copy(Device device, long bytes) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            Tensor from = Tensor.full(1, DType.FLOAT32, device, bytes / 4);
            Tensor to = Tensor.full(0, DType.FLOAT32, device, bytes / 4);
            double seconds = Stopwatch.median(device, SECONDS_EACH, () -> to.copyInPlace(from));
            return 2.0 * bytes / seconds;
        }
    }

    private static double read(long bytes) {
        try (MemoryReader reader = new MemoryReader(bytes, NativeLibrary.threads())) {
            return reader.bytes() / Stopwatch.median(Device.CPU, SECONDS_EACH, reader::read);
        }
    }
}
