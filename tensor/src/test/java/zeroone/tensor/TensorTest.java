package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorTest {
    private TensorScope scope = new TensorScope();

    @BeforeEach
    void open() {
        scope.close();
        scope = new TensorScope();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private static Tensor floats(float... values) {
        return Tensor.of(values, Device.CPU, values.length);
    }

    @Test
    void arrays_go_in_and_come_out() {
        Tensor matrix = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, Device.CPU, 2, 3);
        assertThat(matrix.shape()).containsExactly(2, 3);
        assertThat(matrix.size(-1)).isEqualTo(3);
        assertThat(matrix.elements()).isEqualTo(6);
        assertThat(matrix.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(matrix.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(matrix.transpose(0, 1).toFloats())
                .as("row-major, also of a view")
                .containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(Tensor.of(new int[] {-1, 7}, Device.CPU, 2).toLongs()).containsExactly(-1, 7);
        assertThat(Tensor.of(new long[] {Long.MIN_VALUE, 9}, Device.CPU, 2).toLongs())
                .containsExactly(Long.MIN_VALUE, 9);
        assertThat(matrix).hasToString("FLOAT32[2, 3]");
    }

    @Test
    void an_array_that_is_larger_than_its_destination_is_filled_from_the_start() {
        float[] values = {9, 9, 9};
        floats(1, 2).copyTo(values);
        assertThat(values).containsExactly(1, 2, 9);
    }

    @Test
    void a_tensor_may_be_empty() {
        Tensor empty = Tensor.zeros(DType.FLOAT32, Device.CPU, 0, 3);
        assertThat(empty.elements()).isZero();
        assertThat(empty.toFloats()).isEmpty();
        assertThat(empty.toBytes()).isEmpty();
        assertThat(empty.sum().item()).isZero();
        assertThat(Tensor.of(new float[0], Device.CPU, 0).toFloats()).isEmpty();
        assertThat(Tensor.of(new long[0], Device.CPU, 0).toLongs()).isEmpty();
        assertThat(Tensor.of(MemorySegment.ofArray(new byte[0]), DType.BFLOAT16, Device.CPU, 5, 0)
                        .shape())
                .containsExactly(5, 0);
    }

    @Test
    void a_scalar_has_no_dimension() {
        Tensor scalar = Tensor.of(new float[] {5}, Device.CPU);
        assertThat(scalar.shape()).isEmpty();
        assertThat(scalar.item()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 7, 600})
    void the_number_of_values_must_be_that_of_the_shape(int count) {
        refused(() -> Tensor.of(new float[count], Device.CPU, 2, 3), count);
        refused(() -> Tensor.of(new int[count], Device.CPU, 2, 3), count);
        refused(() -> Tensor.of(new long[count], Device.CPU, 2, 3), count);
    }

    private static void refused(ThrowingCallable making, int count) {
        assertThatThrownBy(making)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape [2, 3] needs 6 values: " + count + " given");
    }

    @Test
    void the_number_of_bytes_must_be_that_of_the_shape() {
        assertThatThrownBy(() -> Tensor.of(MemorySegment.ofArray(new byte[11]), DType.BFLOAT16, Device.CPU, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a BFLOAT16 tensor of shape [2, 3] needs 12 bytes: 11 given");
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void bytes_go_in_and_come_out_unchanged(DType dtype) {
        byte[] bytes = new byte[4 * dtype.bytes()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (dtype == DType.BOOL ? i % 2 : 3 * i);
        }
        Tensor tensor = Tensor.of(MemorySegment.ofArray(bytes), dtype, Device.CPU, 2, 2);
        assertThat(tensor.dtype()).isEqualTo(dtype);
        assertThat(tensor.toBytes()).isEqualTo(bytes);
        bytes[0]++;
        assertThat(tensor.toBytes()).as("a copy").isNotEqualTo(bytes);
    }

    @Test
    void bfloat16_keeps_eight_bits_of_a_number() {
        assertThat(floats(1, 1.001f, -3.14159f).to(DType.BFLOAT16).toFloats()).containsExactly(1, 1, -3.140625f);
    }

    @Test
    void shapes_that_do_not_fit_are_refused_with_both_shapes() {
        Tensor a = Tensor.zeros(DType.FLOAT32, Device.CPU, 2, 3);
        Tensor b = Tensor.zeros(DType.FLOAT32, Device.CPU, 4, 5);
        assertThatThrownBy(() -> a.matmul(b))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("2x3")
                .hasMessageContaining("4x5");
        assertThatThrownBy(() -> a.add(b)).isInstanceOf(RuntimeException.class).hasMessageContaining("size of tensor");
        assertThatThrownBy(() -> a.reshape(7))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("[7]");
        assertThatThrownBy(() -> a.narrow(1, 2, 2)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_id_outside_the_table_is_refused() {
        Tensor table = Tensor.zeros(DType.FLOAT32, Device.CPU, 4, 2);
        for (long id : new long[] {4, -1, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> table.embedding(Tensor.of(new long[] {id}, Device.CPU, 1)))
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageContaining("out of range");
        }
    }

    @Test
    void arithmetic_is_elementwise_and_leaves_its_operands_alone() {
        Tensor a = floats(1, 2, 3);
        Tensor b = floats(10, 20, 30);
        assertThat(a.add(b).toFloats()).containsExactly(11, 22, 33);
        assertThat(b.subtract(a).toFloats()).containsExactly(9, 18, 27);
        assertThat(a.multiply(b).toFloats()).containsExactly(10, 40, 90);
        assertThat(a.multiply(-2).toFloats()).containsExactly(-2, -4, -6);
        assertThat(a.addProduct(a, b).toFloats()).containsExactly(11, 42, 93);
        assertThat(a.minimum(floats(2, 1, 5)).toFloats()).containsExactly(1, 1, 3);
        assertThat(a.clamp(1.5, 2.5).toFloats()).containsExactly(1.5f, 2, 2.5f);
        assertThat(a.roll(1).toFloats()).containsExactly(3, 1, 2);
        assertThat(a.toFloats()).containsExactly(1, 2, 3);
    }

    @Test
    void in_place_changes_the_tensor_and_the_views_of_it() {
        Tensor a = floats(1, 2, 3, 4);
        Tensor tail = a.narrow(0, 2, 2);
        Tensor copy = a.copy();
        tail.fillInPlace(0);
        assertThat(a.toFloats()).containsExactly(1, 2, 0, 0);
        assertThat(a.addInPlace(copy)).isSameAs(a);
        assertThat(a.multiplyInPlace(2).toFloats()).containsExactly(4, 8, 6, 8);
        a.indexCopyInPlace(0, Tensor.of(new long[] {3, 0}, Device.CPU, 2), floats(-1, -2));
        assertThat(a.toFloats()).containsExactly(-2, 8, 6, -1);
        assertThat(copy.toFloats()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void rows_are_chosen_gathered_and_joined() {
        Tensor rows = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, Device.CPU, 3, 2);
        Tensor index = Tensor.of(new long[] {2, 0}, Device.CPU, 2);
        assertThat(rows.indexSelect(0, index).toFloats()).containsExactly(5, 6, 1, 2);
        assertThat(rows.embedding(index).toFloats()).containsExactly(5, 6, 1, 2);
        assertThat(rows.gather(1, Tensor.of(new long[] {0, 1, 0}, Device.CPU, 3, 1))
                        .toFloats())
                .containsExactly(1, 4, 5);
        assertThat(Tensor.concatenate(1, List.of(rows, rows.multiply(10))).toFloats())
                .containsExactly(1, 2, 10, 20, 3, 4, 30, 40, 5, 6, 50, 60);
        assertThat(floats(1, 2).unsqueeze(0).expand(2, -1).toFloats()).containsExactly(1, 2, 1, 2);
    }

    @Test
    void softmax_and_norm_are_what_their_formulas_say() {
        Tensor x = floats(1, 2, 4);
        double sum = Math.exp(1) + Math.exp(2) + Math.exp(4);
        assertThat(x.softmax(-1).toFloats()[1]).isCloseTo((float) (Math.exp(2) / sum), offset());
        assertThat(x.logSoftmax(-1).toFloats()[2]).isCloseTo((float) (4 - Math.log(sum)), offset());
        assertThat(x.silu().toFloats()[0]).isCloseTo((float) (1 / (1 + Math.exp(-1))), offset());
        float root = (float) Math.sqrt((1 + 4 + 16) / 3.0 + 0.5);
        assertThat(x.rmsNorm(floats(1, 2, 3), 0.5).toFloats())
                .containsExactly(new float[] {1 / root, 4 / root, 12 / root}, offset());
    }

    private static org.assertj.core.data.Offset<Float> offset() {
        return org.assertj.core.data.Offset.offset(1e-6f);
    }

    @Test
    void a_device_is_cpu_or_cuda() {
        assertThat(Device.named("CPU")).isEqualTo(Device.CPU);
        assertThatThrownBy(() -> Device.named("tpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("device must be cpu or cuda: tpu");
    }

    @Test
    void threads_must_be_positive() {
        assertThatThrownBy(() -> NativeLibrary.useThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads must be positive: 0");
        assertThat(NativeLibrary.threads()).isPositive();
        assertThat(NativeLibrary.residentBytes()).isPositive();
    }
}
