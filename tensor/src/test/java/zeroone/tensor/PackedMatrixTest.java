package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedMatrixTest {
    private static final long SEED = 11;

    /** A format, as this machine has it or as machines without its instructions do. */
    private record Kind(WeightFormat format, boolean elsewhere) {
        PackedMatrix matrix(Tensor weights) {
            if (!elsewhere) {
                return PackedMatrix.of(weights, format);
            }
            return format == WeightFormat.INT4 ? new FourBitMatrix(weights) : new OneDnnMatrix(weights, format);
        }
    }

    private static List<Kind> kinds() {
        return Arrays.stream(WeightFormat.values())
                .flatMap(format -> Stream.of(new Kind(format, false), new Kind(format, true)))
                .toList();
    }

    private static List<Kind> kindsOfBfloat16() {
        return kinds().stream()
                .filter(kind -> kind.format() != WeightFormat.FLOAT32)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_product_is_what_three_loops_compute(Kind kind) {
        WeightFormat format = kind.format();
        Random random = new Random(SEED);
        for (int[] shape : new int[][] {
            {1, 1, 1}, {1, 48, 32}, {1, 130, 77}, {3, 17, 23}, {8, 96, 128}, {33, 80, 64}, {130, 16, 40}
        }) {
            int rows = shape[0];
            int outputs = shape[1];
            int inputs = shape[2];
            float[] w = normal(random, outputs * inputs);
            float[] x = normal(random, rows * inputs);
            try (TensorScope _ = new TensorScope();
                    Arena arena = Arena.ofConfined();
                    PackedMatrix matrix = kind.matrix(Tensor.of(w, Device.CPU, outputs, inputs))) {
                MemorySegment y = arena.allocate(4L * rows * outputs, 64);
                try (PackedMatrix.Product product =
                        matrix.product(rows, activations(x, format, arena), y, outputs, false)) {
                    product.run();
                }
                assertProduct(format, x, kept(w, outputs, inputs, format), rows, outputs, inputs, y);
            }
        }
    }

    @Test
    void a_product_can_add_to_columns_of_a_wider_matrix() {
        try (TensorScope _ = new TensorScope();
                Arena arena = Arena.ofConfined();
                PackedMatrix matrix =
                        PackedMatrix.of(Tensor.of(new float[] {1, 2, 3, 4}, Device.CPU, 2, 2), WeightFormat.FLOAT32)) {
            MemorySegment x = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 1, 10, 1);
            MemorySegment y = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 100, 200, 300, 400, 500, 600);
            try (PackedMatrix.Product product = matrix.product(2, x, y.asSlice(4), 3, true)) {
                product.run();
            }
            assertThat(y.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(100, 203, 307, 400, 512, 634);
        }
    }

    @Test
    void changed_weights_count_once_they_are_loaded() {
        try (TensorScope _ = new TensorScope();
                Arena arena = Arena.ofConfined();
                PackedMatrix matrix =
                        PackedMatrix.of(Tensor.of(new float[] {1}, Device.CPU, 1, 1), WeightFormat.BFLOAT16)) {
            MemorySegment x = activations(new float[] {2}, WeightFormat.BFLOAT16, arena);
            MemorySegment y = arena.allocate(4, 64);
            try (PackedMatrix.Product product = matrix.product(1, x, y, 1, false)) {
                product.run();
                assertThat(y.get(ValueLayout.JAVA_FLOAT, 0)).isEqualTo(2);
                matrix.load(Tensor.of(new float[] {5}, Device.CPU, 1, 1));
                product.run();
                assertThat(y.get(ValueLayout.JAVA_FLOAT, 0)).isEqualTo(10);
            }
        }
    }

    @Test
    void values_of_another_shape_are_refused() {
        try (TensorScope _ = new TensorScope();
                PackedMatrix matrix =
                        PackedMatrix.of(Tensor.of(new float[] {1, 2}, Device.CPU, 2, 1), WeightFormat.FLOAT32)) {
            assertThatThrownBy(() -> matrix.load(Tensor.of(new float[] {1, 2}, Device.CPU, 1, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[2, 1]");
        }
    }

    @Test
    void eight_bits_take_less_memory_than_bfloat16_and_that_less_than_float32() {
        try (TensorScope _ = new TensorScope()) {
            Tensor weights = Tensor.of(normal(new Random(SEED), 256 * 512), Device.CPU, 256, 512);
            try (PackedMatrix eight = PackedMatrix.of(weights, WeightFormat.INT8);
                    PackedMatrix sixteen = PackedMatrix.of(weights, WeightFormat.BFLOAT16);
                    PackedMatrix all = PackedMatrix.of(weights, WeightFormat.FLOAT32)) {
                assertThat(eight.bytes()).isBetween(256 * 512L, 150_000L);
                assertThat(sixteen.bytes()).isBetween(256 * 512 * 3 / 2L, 300_000L);
                assertThat(all.bytes()).isBetween(4 * 256 * 512L, 600_000L);
            }
        }
    }

    @Test
    void four_bits_and_what_goes_with_them_take_five() {
        try (TensorScope _ = new TensorScope()) {
            Tensor weights = Tensor.of(normal(new Random(SEED), 256 * 512), Device.CPU, 256, 512);
            try (PackedMatrix four = PackedMatrix.of(weights, WeightFormat.INT4)) {
                assertThat(four.bytes()).isBetween(256 * 512 * 5 / 8L, 90_000L);
            }
        }
    }

    @Test
    void four_bits_differ_from_the_weights_by_half_a_step_at_most() {
        Random random = new Random(SEED);
        float[] w = normal(random, 32 * 64);
        float[] kept = kept(w, 32, 64, WeightFormat.INT4);
        for (int i = 0; i < w.length; i++) {
            // a normal run of 32 spans less than 8, so a step is less than 8 / 15; rounding its ends to bfloat16 adds a
            // little
            assertThat(Math.abs(kept[i] - w[i])).isLessThan(0.3f);
        }
    }

    @ParameterizedTest
    @MethodSource("kindsOfBfloat16")
    void a_row_has_the_same_bits_whatever_rows_are_beside_it(Kind kind) {
        Random random = new Random(SEED);
        for (int[] shape : new int[][] {{40, 70}, {64, 512}, {130, 777}, {96, 1024}, {64, 1536}, {200, 3072}}) {
            int outputs = shape[0];
            int inputs = shape[1];
            for (int count : new int[] {2, 9, 32}) {
                for (boolean add : new boolean[] {false, true}) {
                    assertAloneAsTogether(random, kind, count, outputs, inputs, add);
                }
            }
        }
    }

    private static void assertAloneAsTogether(
            Random random, Kind kind, int count, int outputs, int inputs, boolean add) {
        try (TensorScope _ = new TensorScope();
                Arena arena = Arena.ofConfined();
                PackedMatrix matrix =
                        kind.matrix(Tensor.of(normal(random, outputs * inputs), Device.CPU, outputs, inputs))) {
            MemorySegment rows = activations(normal(random, count * inputs), kind.format(), arena);
            MemorySegment together = arena.allocateFrom(ValueLayout.JAVA_FLOAT, normal(random, count * outputs));
            MemorySegment alone = arena.allocate(together.byteSize(), 64).copyFrom(together);
            matrix.product(count, rows, together, outputs, add).run();
            for (int row = 0; row < count; row++) {
                matrix.product(1, rows.asSlice(2L * inputs * row), alone.asSlice(4L * outputs * row), outputs, add)
                        .run();
            }
            assertThat(alone.toArray(ValueLayout.JAVA_INT))
                    .as("%s [%d, %d], %d rows, add %s, seed %d", kind, outputs, inputs, count, add, SEED)
                    .containsExactly(together.toArray(ValueLayout.JAVA_INT));
        }
    }

    private static float[] normal(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static MemorySegment activations(float[] x, WeightFormat format, Arena arena) {
        if (format == WeightFormat.FLOAT32) {
            return arena.allocateFrom(ValueLayout.JAVA_FLOAT, x);
        }
        MemorySegment half = arena.allocate(2L * x.length, 64);
        for (int i = 0; i < x.length; i++) {
            half.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) (Float.floatToIntBits(bfloat16(x[i])) >>> 16));
        }
        return half;
    }

    private static float bfloat16(float value) {
        int bits = Float.floatToIntBits(value);
        return Float.intBitsToFloat(bits + 0x7FFF + (bits >>> 16 & 1) & 0xFFFF0000);
    }

    /** The weights as the format keeps them. */
    private static float[] kept(float[] w, int outputs, int inputs, WeightFormat format) {
        float[] kept = w.clone();
        int run = format == WeightFormat.INT4 ? 32 : inputs;
        for (int row = 0; row < outputs; row++) {
            for (int start = 0; start < inputs; start += run) {
                int end = Math.min(inputs, start + run);
                float most = Float.NEGATIVE_INFINITY;
                float least = Float.POSITIVE_INFINITY;
                for (int i = start; i < end; i++) {
                    most = Math.max(most, w[row * inputs + i]);
                    least = Math.min(least, w[row * inputs + i]);
                }
                float size = Math.max(most, -least);
                float lowest = bfloat16(least);
                float step = bfloat16((most - least) / 15);
                for (int i = start; i < end; i++) {
                    int at = row * inputs + i;
                    kept[at] = switch (format) {
                        case FLOAT32 -> w[at];
                        case BFLOAT16 -> bfloat16(w[at]);
                        case INT8 -> Math.round(w[at] * (127 / size)) * (size / 127);
                        case INT4 -> lowest + step * nearest((w[at] - lowest) / step);
                    };
                }
            }
        }
        return kept;
    }

    /** A run of one value has no step. */
    private static int nearest(float code) {
        return Float.isNaN(code) ? 0 : Math.clamp(Math.round(code), 0, 15);
    }

    private static void assertProduct(
            WeightFormat format, float[] x, float[] w, int rows, int outputs, int inputs, MemorySegment y) {
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                double sum = 0;
                double size = 0;
                for (int i = 0; i < inputs; i++) {
                    float activation = format == WeightFormat.FLOAT32 ? x[r * inputs + i] : bfloat16(x[r * inputs + i]);
                    double term = (double) activation * w[o * inputs + i];
                    sum += term;
                    size += Math.abs(term);
                }
                // int8 weights times their scale may be rounded to bfloat16 on the way
                double tolerance = format == WeightFormat.INT8 ? size / 200 : size * 1e-5;
                // bfloat16 may lose what is less than 2^-13 of the largest weight around
                tolerance += format == WeightFormat.BFLOAT16 ? 2e-3 : 0;
                assertThat((double) y.getAtIndex(ValueLayout.JAVA_FLOAT, (long) r * outputs + o))
                        .as("%s, row %d, output %d of [%d, %d] x [%d]", format, r, o, rows, inputs, outputs)
                        .isCloseTo(sum, within(tolerance + 1e-6));
            }
        }
    }
}
