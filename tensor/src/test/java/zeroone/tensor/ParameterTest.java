package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterTest {
    private static Parameter parameter(float... values) {
        try (TensorScope _ = new TensorScope()) {
            return new Parameter("w", Tensor.of(values, Device.CPU, values.length));
        }
    }

    @Test
    void a_parameter_is_a_copy_that_outlives_the_scope_it_was_made_in() {
        long before = NativeLibrary.liveObjects();
        Parameter parameter;
        try (TensorScope _ = new TensorScope()) {
            Tensor values = Tensor.of(new float[] {1, 2}, Device.CPU, 2);
            parameter = new Parameter("w", values);
            values.fillInPlace(9);
        }
        assertThat(parameter.name()).isEqualTo("w");
        assertThat(parameter.value().toFloats()).containsExactly(1, 2);
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before + 1);
        parameter.close();
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void values_of_lower_precision_are_kept_in_float32() {
        try (TensorScope _ = new TensorScope();
                Parameter parameter = new Parameter("w", Tensor.full(0.5, DType.BFLOAT16, Device.CPU, 3))) {
            assertThat(parameter.value().dtype()).isEqualTo(DType.FLOAT32);
            assertThat(parameter.value().toFloats()).containsExactly(0.5f, 0.5f, 0.5f);
        }
    }

    @Test
    void without_gradients_a_cast_is_made_once_and_follows_changes() {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off();
                Parameter parameter = parameter(1, 2)) {
            Tensor cast = parameter.as(DType.BFLOAT16);
            assertThat(cast.toFloats()).containsExactly(1, 2);
            assertThat(parameter.as(DType.BFLOAT16)).isSameAs(cast);

            parameter.set(Tensor.of(new float[] {3, 4}, Device.CPU, 2));
            assertThat(parameter.value().toFloats()).containsExactly(3, 4);
            assertThat(parameter.as(DType.BFLOAT16).toFloats()).containsExactly(3, 4);

            parameter.value().multiplyInPlace(2);
            parameter.changed();
            assertThat(parameter.as(DType.BFLOAT16).toFloats()).containsExactly(6, 8);
        }
    }

    @Test
    void a_cast_that_is_kept_outlives_the_scope_of_its_first_use() {
        try (Parameter parameter = parameter(1, 2)) {
            try (TensorScope _ = new TensorScope();
                    Gradients _ = Gradients.off()) {
                parameter.as(DType.BFLOAT16);
            }
            try (TensorScope _ = new TensorScope();
                    Gradients _ = Gradients.off()) {
                assertThat(parameter.as(DType.BFLOAT16).toFloats()).containsExactly(1, 2);
            }
        }
    }

    @Test
    void while_gradients_are_recorded_a_use_is_of_the_weight_as_it_is() {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on();
                Parameter parameter = parameter(1)) {
            assertThat(parameter.as(DType.FLOAT32)).isSameAs(parameter.value());
            assertThat(parameter.as(DType.BFLOAT16)).isNotSameAs(parameter.as(DType.BFLOAT16));
        }
    }

    @Test
    void closing_frees_the_weight_its_casts_and_its_gradient() {
        long before = NativeLibrary.liveObjects();
        Parameter parameter = parameter(1, 2);
        try (TensorScope _ = new TensorScope()) {
            try (Gradients _ = Gradients.off()) {
                parameter.as(DType.BFLOAT16);
                parameter.as(DType.FLOAT16);
            }
            parameter.as(DType.BFLOAT16).sum().backward();
        }
        parameter.close();
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void a_replica_has_the_weight_in_common_and_a_gradient_of_its_own() {
        long before = NativeLibrary.liveObjects();
        try (Parameter original = parameter(1, 2);
                Parameter replica = original.replica();
                TensorScope _ = new TensorScope()) {
            original.set(Tensor.of(new float[] {3, 4}, Device.CPU, 2));
            assertThat(replica.value().toFloats()).containsExactly(3, 4);

            replica.value().multiply(replica.value()).sum().backward();
            assertThat(original.gradient()).isEmpty();
            original.takeGradient(replica);
            assertThat(original.gradient().orElseThrow().toFloats()).containsExactly(6, 8);
            assertThat(replica.gradient().orElseThrow().toFloats()).containsExactly(0, 0);

            replica.value().multiply(10).sum().backward();
            original.takeGradient(replica);
            assertThat(original.gradient().orElseThrow().toFloats()).containsExactly(16, 18);
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }
}
