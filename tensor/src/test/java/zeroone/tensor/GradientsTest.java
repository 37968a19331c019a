package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradientsTest {
    @Test
    void switches_nest_and_restore_what_was_before() {
        boolean before = Gradients.recorded();
        try (Gradients _ = Gradients.off()) {
            assertThat(Gradients.recorded()).isFalse();
            try (Gradients _ = Gradients.on()) {
                assertThat(Gradients.recorded()).isTrue();
                try (Gradients _ = Gradients.off()) {
                    assertThat(Gradients.recorded()).isFalse();
                }
                assertThat(Gradients.recorded()).isTrue();
            }
            assertThat(Gradients.recorded()).isFalse();
        }
        assertThat(Gradients.recorded()).isEqualTo(before);
    }

    @Test
    void a_switch_is_of_its_thread() throws InterruptedException {
        boolean[] elsewhere = new boolean[1];
        try (Gradients _ = Gradients.off()) {
            Thread.ofPlatform().start(() -> elsewhere[0] = Gradients.recorded()).join();
        }
        assertThat(elsewhere[0]).isTrue();
    }

    @Test
    void backward_adds_to_the_gradients_of_parameters() {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on();
                Parameter w = new Parameter("w", Tensor.of(new float[] {2, 3}, Device.CPU, 2))) {
            assertThat(w.gradient()).isEmpty();
            w.value().multiply(w.value()).sum().backward();
            assertThat(w.gradient().orElseThrow().toFloats()).containsExactly(4, 6);
            w.value().multiply(10).sum().backward();
            assertThat(w.gradient().orElseThrow().toFloats()).containsExactly(14, 16);
            w.clearGradient();
            assertThat(w.gradient().orElseThrow().toFloats()).containsExactly(0, 0);
        }
    }

    @Test
    void the_gradient_of_a_cast_reaches_the_float32_weight() {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on();
                Parameter w = new Parameter("w", Tensor.of(new float[] {2, 3}, Device.CPU, 2))) {
            w.as(DType.BFLOAT16).multiply(3).sum().backward();
            Tensor gradient = w.gradient().orElseThrow();
            assertThat(gradient.dtype()).isEqualTo(DType.FLOAT32);
            assertThat(gradient.toFloats()).containsExactly(3, 3);
        }
    }

    @Test
    void what_is_detached_has_no_gradient() {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on();
                Parameter w = new Parameter("w", Tensor.of(new float[] {2}, Device.CPU, 1))) {
            w.value().multiply(w.value().detach()).sum().backward();
            assertThat(w.gradient().orElseThrow().item()).isEqualTo(2);
        }
    }
}
