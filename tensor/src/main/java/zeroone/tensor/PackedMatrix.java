package zeroone.tensor;

import java.lang.foreign.MemorySegment;

/**
 * A weight matrix [N, K] in the layout in which this machine multiplies few rows fastest: y = x W<sup>T</sup> without the
 * rearranging that a product with a plain matrix repeats each time. It holds a copy; after the weights changed, {@link
 * #load} them again, while no product runs. Several threads may make products of it and run them at the same time.
 */
public sealed interface PackedMatrix extends AutoCloseable permits BlockMatrix, OneDnnMatrix, FourBitMatrix {
    /** Outputs are computed so many at a time: whoever cuts a matrix does not waste any by cutting at multiples. */
    int OUTPUTS_TOGETHER = 32;

    /**
     * @param weights float32 [N, K], on the CPU
     */
    static PackedMatrix of(Tensor weights, WeightFormat format) {
        return BlockMatrix.of(weights, format).orElseGet(() -> switch (format) {
            case FLOAT32, BFLOAT16, INT8 -> new OneDnnMatrix(weights, format);
            case INT4 -> new FourBitMatrix(weights);
        });
    }

    /** Takes the values of a matrix of the same shape. */
    void load(Tensor values);

    /**
     * Prepares y = x W<sup>T</sup> between two places in memory, which must live as long as the product.
     *
     * @param rows of x and y
     * @param x [rows, K] in the {@linkplain WeightFormat#activations type} that goes with the weights, without gaps
     * @param y float32 [rows, N], rows {@code stride} floats apart
     * @param add y += instead of y =
     */
    Product product(int rows, MemorySegment x, MemorySegment y, long stride, boolean add);

    /** Whether a product of a number of rows that was not met before costs nothing; else a kernel is compiled for it. */
    boolean readyForAnyRows();

    /** Bytes that the weights take. */
    long bytes();

    @Override
    void close();

    /** One product, ready to be run any number of times by one thread at a time. */
    interface Product extends AutoCloseable {
        /** Multiplies, on the calling thread alone: whoever wants more threads cuts the matrix. */
        void run();

        @Override
        void close();
    }

    /** Throws unless values can be loaded into a matrix of this shape. */
    static void require(Tensor values, int outputs, int inputs) {
        if (values.size(0) != outputs || values.size(1) != inputs || values.dtype() != DType.FLOAT32) {
            throw new IllegalArgumentException("a packed matrix of [" + outputs + ", " + inputs
                    + "] takes float32 values of that shape, not " + values);
        }
    }
}
