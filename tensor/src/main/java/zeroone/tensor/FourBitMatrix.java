package zeroone.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * A matrix in four bits. Each run of 32 inputs of an output is a bfloat16 least value plus a bfloat16 scale times codes
 * from 0 to 15: five bits a weight in all. oneDNN has no reordering for four bits, so the product is written out here.
 *
 * <p>Thirty-two outputs lie side by side: a byte has two neighbouring inputs of one output, and the next byte those of the
 * next output. So a vector of codes meets one activation, and sums of outputs never cross lanes. The least value needs no
 * work for each weight, as it multiplies the sum of the activations of a run.
 *
 * <p>A row's result has the same bits whatever rows are multiplied beside it.
 */
final class FourBitMatrix implements PackedMatrix {
    private static final int RUN = FourBitRun.LENGTH;
    private static final int GROUP = 32;
    private static final int LARGEST = 15;
    private static final int TILE = 4;

    /** Rows whose activations are kept as floats: few, as every matrix of a model has this memory for each thread. */
    private static final int CHUNK = 2 * TILE;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ORDER);

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));
    /** Of as many bytes as there are lanes, or the fewest that a vector can have. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)));

    private final int outputs;
    private final int inputs;
    private final int groups;
    private final int runs;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment codes; // [groups, runs * 16, 32] bytes
    private final MemorySegment scales; // bfloat16 [groups, runs, 32]
    private final MemorySegment leasts; // bfloat16 [groups, runs, 32]
    private final Queue<Multiplication> idle = new ConcurrentLinkedQueue<>();

    FourBitMatrix(Tensor weights) {
        this.outputs = Math.toIntExact(weights.size(0));
        this.inputs = Math.toIntExact(weights.size(1));
        this.groups = (outputs + GROUP - 1) / GROUP;
        this.runs = (inputs + RUN - 1) / RUN;
        this.codes = HugePages.allocate(arena, (long) groups * runs * RUN / 2 * GROUP);
        this.scales = arena.allocate((long) groups * runs * GROUP * Short.BYTES, 64);
        this.leasts = arena.allocate((long) groups * runs * GROUP * Short.BYTES, 64);
        load(weights);
    }

    @Override
    public void load(Tensor values) {
        PackedMatrix.require(values, outputs, inputs);
        codes.fill((byte) 0);
        try (TensorScope _ = new TensorScope()) {
            MemorySegment plain = values.detach().contiguous().memory();
            for (int output = 0; output < outputs; output++) {
                for (int run = 0; run < runs; run++) {
                    quantise(plain, output, run);
                }
            }
        }
    }

    private void quantise(MemorySegment plain, int output, int run) {
        float[] weights = new float[Math.min(RUN, inputs - run * RUN)];
        long start = (long) output * inputs + (long) run * RUN;
        MemorySegment.copy(plain, ValueLayout.JAVA_FLOAT, start * Float.BYTES, weights, 0, weights.length);
        FourBitRun kept = FourBitRun.of(weights, 0, weights.length);
        long at = ((long) (output / GROUP) * runs + run) * GROUP;
        scales.set(SHORT, (at + output % GROUP) * Short.BYTES, kept.scale());
        leasts.set(SHORT, (at + output % GROUP) * Short.BYTES, kept.least());
        for (int i = 0; i < weights.length; i++) {
            long place = (at / GROUP * (RUN / 2) + i / 2) * GROUP + output % GROUP;
            int both = codes.get(ValueLayout.JAVA_BYTE, place) | kept.codes()[i] << (i % 2 * 4);
            codes.set(ValueLayout.JAVA_BYTE, place, (byte) both);
        }
    }

    @Override
    public boolean readyForAnyRows() {
        return true;
    }

    @Override
    public long bytes() {
        return codes.byteSize() + scales.byteSize() + leasts.byteSize();
    }

    @Override
    public Product product(int rows, MemorySegment source, MemorySegment target, long stride, boolean add) {
        return new Product() {
            @Override
            public void run() {
                Multiplication free = idle.poll();
                Multiplication multiplication = free == null ? new Multiplication() : free;
                multiplication.multiply(rows, source, target, stride, add);
                idle.add(multiplication);
            }

            @Override
            public void close() {
                // It owns nothing.
            }
        };
    }

    private IntVector codes(long at, int lane) {
        long start = at + lane / BYTES.length() * BYTES.length();
        int part = lane % BYTES.length() / LANES;
        return (IntVector) ByteVector.fromMemorySegment(BYTES, codes, start, ORDER)
                .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, part);
    }

    private static FloatVector floats(IntVector codes) {
        return (FloatVector) codes.convertShape(VectorOperators.I2F, FLOATS, 0);
    }

    private static FloatVector bfloat16(MemorySegment memory, long element) {
        return ((IntVector) ShortVector.fromMemorySegment(SHORTS, memory, element * Short.BYTES, ORDER)
                        .convertShape(VectorOperators.ZERO_EXTEND_S2I, INTS, 0))
                .lanewise(VectorOperators.LSHL, 16)
                .reinterpretAsFloats();
    }

    private static FloatVector activation(float[] values, int at) {
        return FloatVector.broadcast(FLOATS, values[at]);
    }

    private static FloatVector low(IntVector both) {
        return floats(both.and(LARGEST));
    }

    private static FloatVector high(IntVector both) {
        return floats(both.lanewise(VectorOperators.LSHR, 4));
    }

    /** Products that one thread computes, with the memory that it takes. */
    private final class Multiplication {
        private final float[] x = new float[CHUNK * runs * RUN]; // [CHUNK, runs * 32]
        private final float[] runSums = new float[CHUNK * runs]; // [CHUNK, runs]
        private final float[] y = new float[TILE * GROUP];
        private final float[] products = new float[TILE * 2 * LANES];

        private void multiply(int rows, MemorySegment source, MemorySegment target, long stride, boolean add) {
            for (int first = 0; first < rows; first += CHUNK) {
                int count = Math.min(CHUNK, rows - first);
                read(source, first, count);
                for (int group = 0; group < groups; group++) {
                    for (int tile = 0; tile < count; tile += TILE) {
                        int written = Math.min(TILE, count - tile);
                        multiply(group, tile, written);
                        for (int row = 0; row < written; row++) {
                            write(row, group, target, (first + tile + row) * stride, add);
                        }
                    }
                }
            }
        }

        /** Some rows by a group of outputs, into y. */
        private void multiply(int group, int first, int rows) {
            Arrays.fill(y, 0);
            for (int run = 0; run < runs; run++) {
                long at = (long) group * runs + run;
                long bytes = at * (RUN / 2) * GROUP;
                int k = (first * runs + run) * RUN;
                for (int lane = 0; lane < GROUP; lane += 2 * LANES) {
                    if (rows == 1) {
                        one(bytes, lane, k);
                    } else {
                        four(bytes, lane, k);
                    }
                    for (int row = 0; row < rows; row++) {
                        scale(at * GROUP + lane, lane, row, runSums[(first + row) * runs + run]);
                    }
                }
            }
        }

        /** Activations as floats, and their sums over runs. */
        private void read(MemorySegment source, int first, int count) {
            int width = runs * RUN;
            for (int row = 0; row < count; row++) {
                for (int i = 0; i < inputs; i++) {
                    x[row * width + i] =
                            Bfloat16.toFloat(source.get(SHORT, ((long) (first + row) * inputs + i) * Short.BYTES));
                }
                for (int run = 0; run < runs; run++) {
                    float sum = 0;
                    for (int i = 0; i < RUN; i++) {
                        sum += x[row * width + run * RUN + i];
                    }
                    runSums[row * runs + run] = sum;
                }
            }
        }

        private void write(int row, int group, MemorySegment target, long start, boolean add) {
            int length = Math.min(GROUP, outputs - group * GROUP);
            long at = (start + (long) group * GROUP) * Float.BYTES;
            if (length < GROUP) {
                for (int i = 0; i < length; i++) {
                    float before = add ? target.get(FLOAT, at + 4L * i) : 0;
                    target.set(FLOAT, at + 4L * i, before + y[row * GROUP + i]);
                }
                return;
            }
            for (int lane = 0; lane < GROUP; lane += LANES) {
                FloatVector value = FloatVector.fromArray(FLOATS, y, row * GROUP + lane);
                if (add) {
                    value = FloatVector.fromMemorySegment(FLOATS, target, at + 4L * lane, ORDER)
                            .add(value);
                }
                value.intoMemorySegment(target, at + 4L * lane, ORDER);
            }
        }

        /** The products of codes of one run, without scale: two vectors of outputs of one row. */
        private void one(long bytes, int lane, int k) {
            FloatVector a = FloatVector.zero(FLOATS);
            FloatVector b = a;
            for (int pair = 0; pair < RUN / 2; pair++) {
                IntVector codesA = codes(bytes + pair * GROUP, lane);
                IntVector codesB = codes(bytes + pair * GROUP, lane + LANES);
                FloatVector even = activation(x, k + 2 * pair);
                FloatVector odd = activation(x, k + 2 * pair + 1);
                a = high(codesA).fma(odd, low(codesA).fma(even, a));
                b = high(codesB).fma(odd, low(codesB).fma(even, b));
            }
            a.intoArray(products, 0);
            b.intoArray(products, LANES);
        }

        /** The same of four rows, so that codes are unpacked once for all of them; sums in the same order. */
        private void four(long bytes, int lane, int k0) {
            int k1 = k0 + runs * RUN;
            int k2 = k1 + runs * RUN;
            int k3 = k2 + runs * RUN;
            FloatVector a0 = FloatVector.zero(FLOATS);
            FloatVector a1 = a0;
            FloatVector a2 = a0;
            FloatVector a3 = a0;
            FloatVector b0 = a0;
            FloatVector b1 = a0;
            FloatVector b2 = a0;
            FloatVector b3 = a0;
            for (int pair = 0; pair < RUN / 2; pair++) {
                IntVector codesA = codes(bytes + pair * GROUP, lane);
                IntVector codesB = codes(bytes + pair * GROUP, lane + LANES);
                FloatVector wA = low(codesA);
                FloatVector wB = low(codesB);
                FloatVector v = activation(x, k0 + 2 * pair);
                a0 = wA.fma(v, a0);
                b0 = wB.fma(v, b0);
                v = activation(x, k1 + 2 * pair);
                a1 = wA.fma(v, a1);
                b1 = wB.fma(v, b1);
                v = activation(x, k2 + 2 * pair);
                a2 = wA.fma(v, a2);
                b2 = wB.fma(v, b2);
                v = activation(x, k3 + 2 * pair);
                a3 = wA.fma(v, a3);
                b3 = wB.fma(v, b3);
                wA = high(codesA);
                wB = high(codesB);
                v = activation(x, k0 + 2 * pair + 1);
                a0 = wA.fma(v, a0);
                b0 = wB.fma(v, b0);
                v = activation(x, k1 + 2 * pair + 1);
                a1 = wA.fma(v, a1);
                b1 = wB.fma(v, b1);
                v = activation(x, k2 + 2 * pair + 1);
                a2 = wA.fma(v, a2);
                b2 = wB.fma(v, b2);
                v = activation(x, k3 + 2 * pair + 1);
                a3 = wA.fma(v, a3);
                b3 = wB.fma(v, b3);
            }
            a0.intoArray(products, 0);
            b0.intoArray(products, LANES);
            a1.intoArray(products, 2 * LANES);
            b1.intoArray(products, 3 * LANES);
            a2.intoArray(products, 4 * LANES);
            b2.intoArray(products, 5 * LANES);
            a3.intoArray(products, 6 * LANES);
            b3.intoArray(products, 7 * LANES);
        }

        /** Adds a run to the results: products in steps of the scale, and the least value for each activation. */
        private void scale(long element, int lane, int row, float total) {
            for (int part = 0; part < 2; part++) {
                int at = row * GROUP + lane + part * LANES;
                FloatVector scale = bfloat16(scales, element + part * LANES);
                FloatVector least = bfloat16(leasts, element + part * LANES);
                FloatVector sum = least.fma(FloatVector.broadcast(FLOATS, total), FloatVector.fromArray(FLOATS, y, at));
                FloatVector.fromArray(FLOATS, products, (2 * row + part) * LANES)
                        .fma(scale, sum)
                        .intoArray(y, at);
            }
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
