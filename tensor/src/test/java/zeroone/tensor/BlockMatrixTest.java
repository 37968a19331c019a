package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a machine without the instructions there are no such matrices, and that is what is tested. */
class BlockMatrixTest {
    private static final long SEED = 29;

    @ParameterizedTest
    @EnumSource(
            value = WeightFormat.class,
            names = {"BFLOAT16", "INT8", "INT4"})
    void a_product_has_the_bits_of_a_loop_over_one_output_after_the_other(WeightFormat format) {
        Random random = new Random(SEED);
        for (int rows : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 31, 100}) {
            for (int outputs : new int[] {1, 31, 32, 96, 130, 300}) {
                int inputs = 32 * random.nextInt(1, 12);
                int stride = random.nextInt(outputs, outputs + 9);
                assertProduct(normal(random, outputs * inputs), format, rows, outputs, inputs, stride, rows % 2 == 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WeightFormat.class,
            names = {"BFLOAT16", "INT8", "INT4"})
    void blocks_that_do_not_stay_near_are_multiplied_a_few_at_a_time(WeightFormat format) {
        assertProduct(normal(new Random(SEED), 1_000 * 1_024), format, 11, 1_000, 1_024, 1_000, true);
    }

    @Test
    void weights_of_alike_size_take_twelve_bits() {
        with(
                normal(new Random(SEED), 64 * 256),
                64,
                256,
                WeightFormat.BFLOAT16,
                matrix -> assertThat(matrix.bytes()).isBetween(64 * 256 * 3 / 2L, 64 * 256 * 3 / 2 + 200L));
    }

    @Test
    void a_block_of_weights_of_very_different_size_takes_sixteen_bits_and_keeps_their_values() {
        float[] weights = normal(new Random(SEED), 64 * 256);
        for (int i = 0; i < 256; i++) {
            weights[5 * 256 + i] *= 1e6f; // beside which the other outputs of its block would become zero
        }

        with(
                weights,
                64,
                256,
                WeightFormat.BFLOAT16,
                matrix -> assertThat(matrix.bytes())
                        .isEqualTo(32 * 256 * 2L + 32 * 256 * 3 / 2 + 64)); // the other block does not care
        assertProduct(weights, WeightFormat.BFLOAT16, 3, 64, 256, 64, false);
    }

    @Test
    void zeros_and_the_least_weights_are_kept() {
        float[] weights = normal(new Random(SEED), 32 * 64);
        Arrays.fill(weights, 3 * 64, 4 * 64, 0);
        weights[70] = Float.MIN_NORMAL;
        weights[71] = 1e-4f;

        assertProduct(weights, WeightFormat.BFLOAT16, 2, 32, 64, 32, false);
        assertProduct(new float[32 * 64], WeightFormat.BFLOAT16, 2, 32, 64, 32, false);
    }

    @Test
    void weights_that_are_no_numbers_take_sixteen_bits() {
        float[] weights = normal(new Random(SEED), 32 * 64);
        weights[7 * 64] = Float.NaN;

        with(
                weights,
                32,
                64,
                WeightFormat.BFLOAT16,
                matrix -> assertThat(matrix.bytes()).isEqualTo(32 * 64 * 2L));
    }

    @Test
    void weights_that_are_loaded_anew_get_the_bits_that_they_need() {
        float[] alike = normal(new Random(SEED), 32 * 64);
        float[] different = alike.clone();
        different[9] = 1e9f;

        with(alike, 32, 64, WeightFormat.BFLOAT16, matrix -> {
            long twelve = matrix.bytes();
            assertProduct(matrix, alike, WeightFormat.BFLOAT16, 2, 32, 64, 32, false);
            matrix.load(Tensor.of(different, Device.CPU, 32, 64));
            assertThat(matrix.bytes()).isGreaterThan(twelve);
            assertProduct(matrix, different, WeightFormat.BFLOAT16, 2, 32, 64, 32, false);
            matrix.load(Tensor.of(alike, Device.CPU, 32, 64));
            assertThat(matrix.bytes()).isEqualTo(twelve);
            assertProduct(matrix, alike, WeightFormat.BFLOAT16, 2, 32, 64, 32, false);
        });
    }

    @Test
    void inputs_that_make_no_whole_units_need_another_matrix() {
        try (TensorScope _ = new TensorScope()) {
            assertThat(BlockMatrix.of(Tensor.of(new float[6], Device.CPU, 2, 3), WeightFormat.BFLOAT16))
                    .isEmpty();
            assertThat(BlockMatrix.of(Tensor.of(new float[72], Device.CPU, 2, 36), WeightFormat.INT4))
                    .isEmpty();
            assertThat(BlockMatrix.of(Tensor.of(new float[8], Device.CPU, 2, 4), WeightFormat.FLOAT32))
                    .isEmpty();
        }
    }

    private static void with(
            float[] weights, int outputs, int inputs, WeightFormat format, Consumer<PackedMatrix> test) {
        try (TensorScope _ = new TensorScope()) {
            Optional<PackedMatrix> matrix = BlockMatrix.of(Tensor.of(weights, Device.CPU, outputs, inputs), format);
            assertThat(matrix.isPresent()).isEqualTo(MachineCode.available());
            matrix.ifPresent(there -> {
                try (there) {
                    test.accept(there);
                }
            });
        }
    }

    private static void assertProduct(
            float[] weights, WeightFormat format, int rows, int outputs, int inputs, int stride, boolean add) {
        with(
                weights,
                outputs,
                inputs,
                format,
                matrix -> assertProduct(matrix, weights, format, rows, outputs, inputs, stride, add));
    }

    private static void assertProduct(
            PackedMatrix matrix,
            float[] weights,
            WeightFormat format,
            int rows,
            int outputs,
            int inputs,
            int stride,
            boolean add) {
        try (Arena arena = Arena.ofConfined()) {
            Random random = new Random(SEED);
            float[] x = normal(random, rows * inputs);
            for (int i = 0; i < x.length; i++) {
                x[i] = rounded(x[i]);
            }
            float[] before = normal(random, rows * stride);
            MemorySegment source = bfloat16(x, arena);
            MemorySegment y = arena.allocateFrom(ValueLayout.JAVA_FLOAT, before);
            NaiveProduct naive = new NaiveProduct(weights, inputs, format);

            try (PackedMatrix.Product product = matrix.product(rows, source, y, stride, add)) {
                product.run();
            }

            float[] expected = before.clone();
            for (int row = 0; row < rows; row++) {
                for (int output = 0; output < outputs; output++) {
                    float product = naive.of(x, row, output);
                    expected[row * stride + output] = add ? before[row * stride + output] + product : product;
                }
            }
            assertThat(y.toArray(ValueLayout.JAVA_FLOAT))
                    .as(
                            "%s [%d, %d], %d rows, stride %d, add %s, seed %d",
                            format, outputs, inputs, rows, stride, add, SEED)
                    .containsExactly(expected);
        }
    }

    private static float[] normal(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float rounded(float value) {
        return Bfloat16.toFloat(Bfloat16.of(value));
    }

    private static MemorySegment bfloat16(float[] values, Arena arena) {
        MemorySegment memory = arena.allocate(2L * values.length, 64);
        for (int i = 0; i < values.length; i++) {
            memory.setAtIndex(ValueLayout.JAVA_SHORT, i, Bfloat16.of(values[i]));
        }
        return memory;
    }

    /** The slow twin: from the weights as they were given. */
    private record NaiveProduct(float[] weights, int inputs, WeightFormat format) {
        private static final int BLOCK = 32;
        private static final int RUN = 32;

        float of(float[] x, int row, int output) {
            float[] own = Arrays.copyOfRange(x, row * inputs, (row + 1) * inputs);
            float[] w = Arrays.copyOfRange(weights, output * inputs, (output + 1) * inputs);
            return switch (format) {
                case FLOAT32 -> throw new IllegalArgumentException("not of this kind");
                case BFLOAT16 -> sum(kept(w, output), own, 0, inputs);
                case INT8 -> {
                    float most = 0;
                    for (float weight : w) {
                        most = Math.max(most, Math.abs(weight));
                    }
                    for (int i = 0; i < inputs; i++) {
                        w[i] = Math.round(w[i] * (127 / most));
                    }
                    yield sum(w, own, 0, inputs) * (most / 127);
                }
                case INT4 -> fourBits(w, own);
            };
        }

        /** The order is that of the processor's instruction: of a pair, the second first. */
        private static float sum(float[] w, float[] x, int from, int end) {
            float sum = 0;
            for (int i = from; i < end; i += 2) {
                sum = Math.fma(w[i + 1], x[i + 1], sum);
                sum = Math.fma(w[i], x[i], sum);
            }
            return sum;
        }

        private float fourBits(float[] w, float[] x) {
            float sum = 0;
            for (int start = 0; start < inputs; start += RUN) {
                float least = Float.POSITIVE_INFINITY;
                float most = Float.NEGATIVE_INFINITY;
                float activations = 0;
                for (int i = start; i < start + RUN; i++) {
                    least = Math.min(least, w[i]);
                    most = Math.max(most, w[i]);
                    activations += x[i];
                }
                float scale = rounded((most - least) / 15);
                least = rounded(least);
                float[] codes = new float[inputs];
                for (int i = start; i < start + RUN; i++) {
                    codes[i] = scale == 0 ? 0 : Math.clamp(Math.round((w[i] - least) / scale), 0, 15);
                }
                sum = Math.fma(least, activations, sum);
                sum = Math.fma(sum(codes, x, start, start + RUN), scale, sum);
            }
            return sum;
        }

        /** Weights of one output in bfloat16: with the exponents of its block, unless those are too many. */
        private float[] kept(float[] w, int output) {
            float[] sixteen = new float[inputs];
            float[] twelve = new float[inputs];
            float least = leastOfBlock(output / BLOCK);
            for (int i = 0; i < inputs; i++) {
                sixteen[i] = rounded(w[i]);
                float size = Math.abs(sixteen[i]);
                float kept = size >= least ? size : size >= least / 2 ? least : 0;
                twelve[i] = Math.copySign(kept, w[i]);
            }
            return fits(output / BLOCK) ? twelve : sixteen;
        }

        private float leastOfBlock(int block) {
            float most = 0;
            for (int i = block * BLOCK * inputs; i < Math.min(weights.length, (block + 1) * BLOCK * inputs); i++) {
                most = Math.max(most, Math.abs(rounded(weights[i])));
            }
            int even = (Math.getExponent(most) + 127) / 2 * 2;
            return Math.scalb(1f, Math.max(2, even - 12) - 127);
        }

        /** The weights of a block are all normal numbers here, or some are a million times as large. */
        private boolean fits(int block) {
            int end = Math.min(weights.length, (block + 1) * BLOCK * inputs);
            for (float weight : Arrays.copyOfRange(weights, block * BLOCK * inputs, end)) {
                if (Math.abs(weight) > 1_000) {
                    return false;
                }
            }
            return true;
        }
    }
}
