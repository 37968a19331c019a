package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import zeroone.tensor.BlockKernel.Sums;

/**
 * A matrix in blocks of 32 outputs that {@link BlockKernel} multiplies. It is read as fast as memory gives it when rows are few,
 * and from four rows or so on the processor multiplies as fast as it can. Each block of bfloat16 has twelve bits a weight, or
 * sixteen if those would not keep its values; which of both depends on its 32 outputs alone.
 */
final class BlockMatrix implements PackedMatrix {
    private static final int ALIGNMENT = 64;

    /** Blocks of about so many bytes meet all rows before the next ones: they stay near, and a call is short. */
    private static final long NEAR_BYTES = 256 << 10;

    private static final BlockFormat SIXTEEN = new SixteenBits();
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int outputs;
    private final int inputs;
    private final BlockFormat usual;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment blocks; // as large as they may get; what is not written takes no memory
    private final BlockFormat[] formats; // by block
    private final long[] starts; // by block, and the end
    private final Queue<Scratch> idle = new ConcurrentLinkedQueue<>();

    private BlockMatrix(Tensor weights, BlockFormat usual) {
        this.outputs = Math.toIntExact(weights.size(0));
        this.inputs = Math.toIntExact(weights.size(1));
        this.usual = usual;
        this.formats = new BlockFormat[(outputs + BlockFormat.OUTPUTS - 1) / BlockFormat.OUTPUTS];
        this.starts = new long[formats.length + 1];
        BlockFormat largest = usual instanceof TwelveBits ? SIXTEEN : usual;
        try {
            this.blocks = HugePages.allocate(arena, formats.length * largest.blockBytes(inputs));
            load(weights);
        } catch (RuntimeException | Error failure) {
            arena.close();
            throw failure;
        }
    }

    /** Empty if this machine or this shape needs another one. */
    static Optional<PackedMatrix> of(Tensor weights, WeightFormat format) {
        if (format == WeightFormat.FLOAT32 || !MachineCode.available()) {
            return Optional.empty();
        }
        BlockFormat usual = switch (format) {
            case FLOAT32, BFLOAT16 -> new TwelveBits();
            case INT8 -> new EightBits();
            case INT4 -> new FourBits();
        };
        boolean fits = weights.size(1) % usual.inputMultiple() == 0;
        return fits ? Optional.of(new BlockMatrix(weights, usual)) : Optional.empty();
    }

    @Override
    public void load(Tensor values) {
        PackedMatrix.require(values, outputs, inputs);
        try (TensorScope _ = new TensorScope()) {
            MemorySegment plain = values.detach().contiguous().memory();
            eachBlock(block -> formats[block] =
                    usual instanceof TwelveBits && !TwelveBits.keeps(read(plain, block), inputs) ? SIXTEEN : usual);
            for (int block = 0; block < formats.length; block++) {
                starts[block + 1] = starts[block] + formats[block].blockBytes(inputs);
            }
            eachBlock(block -> formats[block].pack(read(plain, block), inputs, blocks, starts[block]));
        }
    }

    /** Blocks have nothing to do with each other, and a large model has ten thousands of them. Returns when all are done. */
    private void eachBlock(IntConsumer work) {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        IntStream.range(0, formats.length).parallel().forEach(block -> {
            try {
                work.accept(block);
            } catch (Throwable thrown) { // thrown on, it would not wait for the others, and their memory is about to go
                failures.add(thrown);
            }
        });
        Throwable first = failures.peek();
        if (first != null) {
            throw new IllegalStateException("weights could not be packed: " + first, first);
        }
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
        Objects.checkFromIndexSize(0, (long) rows * inputs * Short.BYTES, x.byteSize());
        Objects.checkFromIndexSize(0, ((rows - 1) * stride + outputs) * Float.BYTES, y.byteSize());
        return new BlockProduct(rows, x, y, stride, add ? Sums.ADD : Sums.SET);
    }

    @Override
    public boolean readyForAnyRows() {
        return true;
    }

    @Override
    public long bytes() {
        return starts[formats.length];
    }

    @Override
    public void close() {
        arena.close();
    }

    /**
     * What one thread needs for a product, besides what it multiplies.
     *
     * @param tail float32 [MOST_ROWS, OUTPUTS]: results of a last block that is not whole
     */
    private record Scratch(BlockKernel.Arguments arguments, MemorySegment tail) {
        static Scratch allocate(Arena arena) {
            long tail = (long) BlockKernel.MOST_ROWS * BlockFormat.OUTPUTS * Float.BYTES;
            return new Scratch(BlockKernel.Arguments.allocate(arena), arena.allocate(tail, ALIGNMENT));
        }
    }

    private final class BlockProduct implements Product {
        private final int rows;
        private final MemorySegment x;
        private final MemorySegment y;
        private final long stride;
        private final Sums sums;
        private final int tiles;

        private BlockProduct(int rows, MemorySegment x, MemorySegment y, long stride, Sums sums) {
            this.rows = rows;
            this.x = x;
            this.y = y;
            this.stride = stride;
            this.sums = sums;
            this.tiles = (rows + usual.mostRows() - 1) / usual.mostRows();
        }

        private int firstRow(int tile) {
            return (int) ((long) rows * tile / tiles);
        }

        @Override
        public void run() {
            Scratch free = idle.poll();
            Scratch scratch = free == null ? Scratch.allocate(arena) : free;
            if (usual instanceof FourBits) {
                try (Arena own = Arena.ofConfined()) {
                    run(scratch, RunTotals.of(x, rows, inputs, tiles, own));
                }
            } else {
                run(scratch, RunTotals.NONE);
            }
            idle.add(scratch);
        }

        private void run(Scratch scratch, RunTotals totals) {
            int whole = outputs / BlockFormat.OUTPUTS;
            scratch.arguments().shape(inputs, usual.runLength(inputs), xStride(), stride * Float.BYTES);
            int count;
            for (int first = 0; first < whole; first += count) {
                count = together(first, whole);
                for (int tile = 0; tile < tiles; tile++) {
                    long target = y.address() + resultAt(firstRow(tile), first);
                    multiply(scratch, totals, tile, first, count, target, sums);
                }
            }
            if (whole < formats.length) {
                long tailStride = (long) BlockFormat.OUTPUTS * Float.BYTES;
                scratch.arguments().shape(inputs, usual.runLength(inputs), xStride(), tailStride);
                for (int tile = 0; tile < tiles; tile++) {
                    multiply(scratch, totals, tile, whole, 1, scratch.tail().address(), Sums.SET);
                    takeTail(scratch.tail(), tile, whole);
                }
            }
        }

        private long xStride() {
            return (long) inputs * Short.BYTES;
        }

        /** Blocks from this one on that have the same format and stay near. */
        private int together(int first, int end) {
            int next = first + 1;
            while (next < end
                    && formats[next].equals(formats[first])
                    && starts[next + 1] - starts[first] <= NEAR_BYTES) {
                next++;
            }
            return next - first;
        }

        private void multiply(
                Scratch scratch, RunTotals totals, int tile, int block, int count, long target, Sums into) {
            int first = firstRow(tile);
            scratch.arguments()
                    .place(
                            blocks.address() + starts[block],
                            x.address() + first * xStride(),
                            target,
                            count,
                            totals.address(tile));
            BlockKernel.run(formats[block], firstRow(tile + 1) - first, into, scratch.arguments());
        }

        /** Where the results of a row and block go, in bytes. */
        private long resultAt(int row, int block) {
            return (row * stride + (long) block * BlockFormat.OUTPUTS) * Float.BYTES;
        }

        private void takeTail(MemorySegment tail, int tile, int block) {
            int count = outputs - block * BlockFormat.OUTPUTS;
            for (int row = firstRow(tile); row < firstRow(tile + 1); row++) {
                for (int i = 0; i < count; i++) {
                    long at = resultAt(row, block) + (long) i * Float.BYTES;
                    long from = (long) (row - firstRow(tile)) * BlockFormat.OUTPUTS + i;
                    float value = tail.getAtIndex(ValueLayout.JAVA_FLOAT, from);
                    y.set(FLOAT, at, sums == Sums.ADD ? y.get(FLOAT, at) + value : value);
                }
            }
        }

        @Override
        public void close() {
            // It owns nothing.
        }
    }

    /**
     * Sums of activations over the runs of a format that has some: float32 [tiles, runs, MOST_ROWS].
     *
     * @param bytes of a tile
     */
    private record RunTotals(MemorySegment memory, long bytes) {
        static final RunTotals NONE = new RunTotals(MemorySegment.NULL, 0);

        static RunTotals of(MemorySegment x, int rows, int inputs, int tiles, Arena arena) {
            int runs = inputs / FourBitRun.LENGTH;
            long bytes = (long) runs * BlockKernel.MOST_ROWS * Float.BYTES;
            MemorySegment memory = arena.allocate(tiles * bytes, ALIGNMENT);
            for (int tile = 0; tile < tiles; tile++) {
                int first = (int) ((long) rows * tile / tiles);
                int end = (int) ((long) rows * (tile + 1) / tiles);
                for (int row = first; row < end; row++) {
                    for (int run = 0; run < runs; run++) {
                        long from = (long) row * inputs + (long) run * FourBitRun.LENGTH;
                        float sum = 0;
                        for (int i = 0; i < FourBitRun.LENGTH; i++) {
                            sum += Bfloat16.toFloat(x.get(SHORT, (from + i) * Short.BYTES));
                        }
                        long at = (long) run * BlockKernel.MOST_ROWS + row - first;
                        memory.set(FLOAT, tile * bytes + at * Float.BYTES, sum);
                    }
                }
            }
            return new RunTotals(memory, bytes);
        }

        long address(int tile) {
            return memory.address() + tile * bytes;
        }
    }
}
