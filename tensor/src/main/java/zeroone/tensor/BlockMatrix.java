package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import zeroone.tensor.BlockKernel.Sums;

/**
 * A matrix in blocks of 32 outputs that {@link BlockKernel} multiplies. It is read as fast as memory gives it when rows are few,
 * and from four rows or so on the processor multiplies as fast as it can.
 */
final class BlockMatrix implements PackedMatrix {
    private static final int ALIGNMENT = 64;

    /** Blocks of about so many bytes meet all rows before the next ones: they stay near, and a call is short. */
    private static final long NEAR_BYTES = 256 << 10;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int outputs;
    private final int inputs;
    private final WeightFormat wanted;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment blocks; // as large as they may get; what is not written takes no memory
    private BlockFormat format;

    private BlockMatrix(Tensor weights, WeightFormat wanted) {
        this.outputs = Math.toIntExact(weights.size(0));
        this.inputs = Math.toIntExact(weights.size(1));
        this.wanted = wanted;
        this.format = candidate(wanted);
        BlockFormat largest = wanted == WeightFormat.BFLOAT16 ? new SixteenBits() : format;
        this.blocks = HugePages.allocate(arena, blockCount() * largest.blockBytes(inputs));
        load(weights);
    }

    /** Empty if this machine or this shape needs another one. */
    static Optional<PackedMatrix> of(Tensor weights, WeightFormat format) {
        boolean fits = format != WeightFormat.FLOAT32
                && MachineCode.available()
                && weights.size(1) % candidate(format).inputMultiple() == 0;
        return fits ? Optional.of(new BlockMatrix(weights, format)) : Optional.empty();
    }

    private static BlockFormat candidate(WeightFormat format) {
        return switch (format) {
            case FLOAT32 -> throw new IllegalArgumentException("products are of bfloat16: " + format);
            case BFLOAT16 -> new TwelveBits();
            case INT8 -> new EightBits();
            case INT4 -> new FourBits();
        };
    }

    @Override
    public void load(Tensor values) {
        PackedMatrix.require(values, outputs, inputs);
        try (TensorScope _ = new TensorScope()) {
            MemorySegment plain = values.detach().contiguous().memory();
            BlockFormat fitting = candidate(wanted);
            if (fitting instanceof TwelveBits && !eachBlock(block -> TwelveBits.keeps(read(plain, block), inputs))) {
                fitting = new SixteenBits();
            }
            format = fitting;
            long bytes = format.blockBytes(inputs);
            eachBlock(block -> {
                format.pack(read(plain, block), inputs, blocks, block * bytes);
                return true;
            });
        }
    }

    private int blockCount() {
        return (outputs + BlockFormat.OUTPUTS - 1) / BlockFormat.OUTPUTS;
    }

    /** Blocks have nothing to do with each other, and a large model has ten thousands of them. */
    private boolean eachBlock(IntPredicate test) {
        return IntStream.range(0, blockCount()).parallel().allMatch(test);
    }

    /** The weights of a block, those of missing outputs being 0. */
    private float[] read(MemorySegment plain, int block) {
        float[] weights = new float[BlockFormat.OUTPUTS * inputs];
        int first = block * BlockFormat.OUTPUTS;
        int there = Math.min(BlockFormat.OUTPUTS, outputs - first);
        MemorySegment.copy(
                plain, ValueLayout.JAVA_FLOAT, (long) first * inputs * Float.BYTES, weights, 0, there * inputs);
        return weights;
    }

    @Override
    public Product product(int rows, MemorySegment x, MemorySegment y, long stride, boolean add) {
        return new BlockProduct(rows, x, y, stride, add);
    }

    @Override
    public boolean readyForAnyRows() {
        return true;
    }

    @Override
    public long bytes() {
        return blockCount() * format.blockBytes(inputs);
    }

    @Override
    public void close() {
        arena.close();
    }

    private final class BlockProduct implements Product {
        private final Arena own = Arena.ofShared();
        private final int rows;
        private final MemorySegment x;
        private final MemorySegment y;
        private final long stride;
        private final boolean add;
        private final BlockKernel.Arguments arguments = BlockKernel.Arguments.allocate(own);
        private final int tiles;
        private final MemorySegment totals; // float32 [tiles, runs, MOST_ROWS]; of four bits only
        private final long totalsBytes; // of a tile
        private final MemorySegment tail; // float32 [MOST_ROWS, OUTPUTS]: results of a last block that is not whole

        private BlockProduct(int rows, MemorySegment x, MemorySegment y, long stride, boolean add) {
            this.rows = rows;
            this.x = x;
            this.y = y;
            this.stride = stride;
            this.add = add;
            int most = candidate(wanted).mostRows();
            this.tiles = (rows + most - 1) / most;
            this.totalsBytes = wanted == WeightFormat.INT4 ? (long) runs() * BlockKernel.MOST_ROWS * Float.BYTES : 0;
            this.totals = own.allocate(Math.max(1, tiles * totalsBytes), ALIGNMENT);
            this.tail = own.allocate((long) BlockKernel.MOST_ROWS * BlockFormat.OUTPUTS * Float.BYTES, ALIGNMENT);
        }

        private int runs() {
            return inputs / FourBitRun.LENGTH;
        }

        private int firstRow(int tile) {
            return (int) ((long) rows * tile / tiles);
        }

        @Override
        public void run() {
            if (wanted == WeightFormat.INT4) {
                addUp();
            }
            int whole = outputs / BlockFormat.OUTPUTS;
            int together = (int) Math.max(1, NEAR_BYTES / format.blockBytes(inputs));
            shape(stride * Float.BYTES);
            for (int first = 0; first < whole; first += together) {
                int count = Math.min(together, whole - first);
                for (int tile = 0; tile < tiles; tile++) {
                    long target = y.address() + resultAt(firstRow(tile), first);
                    multiply(tile, first, count, target, add ? Sums.ADD : Sums.SET);
                }
            }
            if (whole < blockCount()) {
                shape(BlockFormat.OUTPUTS * Float.BYTES);
                for (int tile = 0; tile < tiles; tile++) {
                    multiply(tile, whole, 1, tail.address(), Sums.SET);
                    takeTail(tile, whole);
                }
            }
        }

        private void shape(long yStride) {
            int run = wanted == WeightFormat.INT4 ? FourBitRun.LENGTH : inputs;
            arguments.shape(inputs, run, (long) inputs * Short.BYTES, yStride);
        }

        private void multiply(int tile, int block, int count, long target, Sums sums) {
            int first = firstRow(tile);
            arguments.place(
                    blocks.address() + block * format.blockBytes(inputs),
                    x.address() + (long) first * inputs * Short.BYTES,
                    target,
                    count,
                    totals.address() + tile * totalsBytes);
            BlockKernel.run(format, firstRow(tile + 1) - first, sums, arguments);
        }

        /** Where the results of a row and block go, in bytes. */
        private long resultAt(int row, int block) {
            return (row * stride + (long) block * BlockFormat.OUTPUTS) * Float.BYTES;
        }

        private void takeTail(int tile, int block) {
            int count = outputs - block * BlockFormat.OUTPUTS;
            for (int row = firstRow(tile); row < firstRow(tile + 1); row++) {
                for (int i = 0; i < count; i++) {
                    long at = resultAt(row, block) + (long) i * Float.BYTES;
                    float value = tail.getAtIndex(
                            ValueLayout.JAVA_FLOAT, (long) (row - firstRow(tile)) * BlockFormat.OUTPUTS + i);
                    y.set(FLOAT, at, add ? y.get(FLOAT, at) + value : value);
                }
            }
        }

        /** Sums activations over runs. */
        private void addUp() {
            for (int tile = 0; tile < tiles; tile++) {
                for (int row = firstRow(tile); row < firstRow(tile + 1); row++) {
                    for (int run = 0; run < runs(); run++) {
                        long from = (long) row * inputs + (long) run * FourBitRun.LENGTH;
                        float sum = 0;
                        for (int i = 0; i < FourBitRun.LENGTH; i++) {
                            sum += Bfloat16.toFloat(x.get(SHORT, (from + i) * Short.BYTES));
                        }
                        long at = (long) run * BlockKernel.MOST_ROWS + row - firstRow(tile);
                        totals.set(FLOAT, tile * totalsBytes + at * Float.BYTES, sum);
                    }
                }
            }
        }

        @Override
        public void close() {
            own.close();
        }
    }
}
