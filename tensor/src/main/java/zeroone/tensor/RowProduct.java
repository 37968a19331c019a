package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Random;
import jdk.incubator.vector.FloatVector;

/**
 * The product of one row with weights as oneDNN packs them: y = W x, or y += W x. A core reads weights faster here than in
 * oneDNN, whose kernels are made for several rows.
 *
 * <p>It has the same bits that the row has among others in oneDNN's product. That depends on the machine, so it is tried
 * before this is used.
 */
final class RowProduct implements PackedMatrix.Product {
    private static final int BLOCK = RowKernel.BLOCK;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final RowKernel kernel;
    private final Matrix matrix;
    private final int chunk; // pairs that are summed from zero, before sums are added to each other
    private final MemorySegment source;
    private final MemorySegment target;
    private final boolean add;
    private final float[] x;
    private final float[] sums = new float[BLOCK];
    private final float[] totals = new float[BLOCK];

    /**
     * What is multiplied.
     *
     * @param weights in oneDNN's layout
     * @param scales float32 [outputs]
     */
    record Matrix(int outputs, int inputs, WeightFormat format, MemorySegment weights, MemorySegment scales) {
        /** Whether this machine has the vectors, and oneDNN has packed the weights in the way that is read here. */
        static boolean fits(WeightFormat format, MemorySegment layout) {
            return (format == WeightFormat.BFLOAT16 || format == WeightFormat.INT8)
                    && FloatVector.SPECIES_PREFERRED == RowKernel.FLOATS
                    && OneDnn.innerBlocks(layout).equals("16 inputs, 64 outputs, 2 inputs");
        }

        int pairs() {
            return (inputs + 31) / 32 * 16;
        }

        private RowKernel kernel() {
            return format == WeightFormat.INT8
                    ? new EightBitRow(weights, pairs())
                    : new SixteenBitRow(weights, pairs());
        }
    }

    /** oneDNN's product of the rows x [2, K]. */
    interface Judge {
        void multiply(MemorySegment x, MemorySegment y);
    }

    /**
     * @param source bfloat16 [inputs]
     * @param target float32 [outputs]
     */
    private RowProduct(Matrix matrix, int chunk, MemorySegment source, MemorySegment target, boolean add) {
        this.kernel = matrix.kernel();
        this.matrix = matrix;
        this.chunk = chunk;
        this.source = source;
        this.target = target;
        this.add = add;
        this.x = new float[2 * matrix.pairs()];
    }

    /** How many inputs oneDNN sums before it adds sums to each other. */
    record Chunk(int pairs) {
        /** Tries what oneDNN is known to do; empty if it does something else here, or the weights do not tell. */
        static Optional<Chunk> of(Matrix matrix, Judge judge) {
            try (Arena arena = Arena.ofConfined()) {
                Random random = new Random(matrix.inputs());
                MemorySegment x = arena.allocate(2L * Short.BYTES * matrix.inputs(), 64);
                for (int i = 0; i < 2 * matrix.inputs(); i++) {
                    x.setAtIndex(SHORT, i, Bfloat16.of((float) random.nextGaussian()));
                }
                MemorySegment expected = arena.allocate(2L * Float.BYTES * matrix.outputs(), 64);
                judge.multiply(x, expected);
                for (int pairs : new int[] {256, 512, matrix.pairs()}) {
                    MemorySegment y = arena.allocate((long) Float.BYTES * matrix.outputs(), 64);
                    RowProduct tried = new RowProduct(matrix, pairs, x, y, false);
                    tried.read();
                    tried.block(0);
                    if (same(y, expected, Math.min(BLOCK, matrix.outputs()))) {
                        return Optional.of(new Chunk(pairs));
                    }
                }
                return Optional.empty();
            }
        }

        private static boolean same(MemorySegment y, MemorySegment expected, int count) {
            boolean told = false;
            for (int i = 0; i < count; i++) {
                int bits = y.getAtIndex(ValueLayout.JAVA_INT, i);
                told |= bits << 1 != 0;
                if (bits != expected.getAtIndex(ValueLayout.JAVA_INT, i)) {
                    return false;
                }
            }
            return told;
        }

        RowProduct product(Matrix matrix, MemorySegment source, MemorySegment target, boolean add) {
            return new RowProduct(matrix, pairs, source, target, add);
        }
    }

    @Override
    public void run() {
        read();
        for (int block = 0; block * BLOCK < matrix.outputs(); block++) {
            block(block);
        }
    }

    private void read() {
        int inputs = matrix.inputs();
        for (int pair = 0; pair < inputs / 2; pair++) {
            int both = source.get(INT, 4L * pair);
            x[2 * pair] = Float.intBitsToFloat(both << 16);
            x[2 * pair + 1] = Float.intBitsToFloat(both & 0xFFFF0000);
        }
        if (inputs % 2 == 1) {
            x[inputs - 1] = Bfloat16.toFloat(source.get(SHORT, 2L * (inputs - 1)));
        }
    }

    private void block(int block) {
        int pairs = matrix.pairs();
        kernel.sum(block, 0, Math.min(chunk, pairs), x, totals);
        for (int first = chunk; first < pairs; first += chunk) {
            kernel.sum(block, first, Math.min(first + chunk, pairs), x, sums);
            for (int i = 0; i < BLOCK; i++) {
                totals[i] += sums[i];
            }
        }
        int start = block * BLOCK;
        for (int i = 0; i < Math.min(BLOCK, matrix.outputs() - start); i++) {
            float value = totals[i];
            if (matrix.format() == WeightFormat.INT8) {
                value *= matrix.scales().getAtIndex(ValueLayout.JAVA_FLOAT, start + i);
            }
            if (add) {
                value += target.getAtIndex(ValueLayout.JAVA_FLOAT, start + i);
            }
            target.setAtIndex(ValueLayout.JAVA_FLOAT, start + i, value);
        }
    }

    @Override
    public void close() {
        // It owns nothing.
    }
}
