package zeroone.cli.bench;

import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

/**
 * What this machine can do at most, as measured now: the best of some repetitions.
 *
 * @param float32Flops floating-point operations a second in a square float32 product
 * @param bfloat16Flops the same in bfloat16
 * @param bytesPerSecond read and written together, in copying what no cache holds
 */
public record Machine(double float32Flops, double bfloat16Flops, double bytesPerSecond) {
    private static final double SECONDS_EACH = 1;

    /**
     * Measures for some seconds.
     *
     * @param size rows and columns of the products
     * @param copyBytes bytes of the array that is copied
     */
    public static Machine measure(Device device, int size, long copyBytes) {
        return new Machine(
                product(DType.FLOAT32, device, size), product(DType.BFLOAT16, device, size), copy(device, copyBytes));
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
            double seconds = Stopwatch.best(device, SECONDS_EACH, () -> to.copyInPlace(from));
            return 2.0 * bytes / seconds;
        }
    }
}
