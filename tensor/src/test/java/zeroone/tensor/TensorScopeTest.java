package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorScopeTest {
    @Test
    void everything_made_in_a_scope_dies_with_it() {
        long before = NativeLibrary.liveObjects();
        for (int i = 0; i < 20; i++) {
            try (TensorScope _ = new TensorScope()) {
                Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, Device.CPU, 2, 2);
                assertThat(x.matmul(x).softmax(-1).narrow(0, 0, 1).sum().item()).isEqualTo(1, within());
            }
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void what_an_exception_interrupts_dies_too() {
        long before = NativeLibrary.liveObjects();
        assertThatThrownBy(() -> {
                    try (TensorScope _ = new TensorScope()) {
                        Tensor.zeros(DType.FLOAT32, Device.CPU, 8).matmul(Tensor.zeros(DType.FLOAT32, Device.CPU, 9));
                    }
                })
                .isInstanceOf(RuntimeException.class);
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void what_is_kept_moves_to_the_enclosing_scope_and_dies_with_that() {
        long before = NativeLibrary.liveObjects();
        try (TensorScope _ = new TensorScope()) {
            long outside = NativeLibrary.liveObjects();
            Tensor kept = doubled(21);
            assertThat(kept.item()).isEqualTo(42);
            assertThat(NativeLibrary.liveObjects())
                    .as("only the kept one is left")
                    .isEqualTo(outside + 1);
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void what_is_kept_without_an_enclosing_scope_lives_until_it_is_closed() {
        long before = NativeLibrary.liveObjects();
        Tensor kept = doubled(4);
        assertThat(kept.item()).isEqualTo(8);
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before + 1);
        kept.close();
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    private static Tensor doubled(double value) {
        try (TensorScope scope = new TensorScope()) {
            return scope.keep(
                    Tensor.full(value, DType.FLOAT32, Device.CPU, 1).multiply(2).reshape(1));
        }
    }

    @Test
    void only_the_innermost_scope_can_give_tensors_away() {
        try (TensorScope outer = new TensorScope()) {
            Tensor made = Tensor.zeros(DType.FLOAT32, Device.CPU, 1);
            try (TensorScope _ = new TensorScope()) {
                assertThatThrownBy(() -> outer.keep(made))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("innermost scope");
            }
            assertThat(outer.keep(made).item()).isZero();
            made.close();
        }
    }

    @Test
    void keeping_a_tensor_of_an_outer_scope_leaves_it_there() {
        long before = NativeLibrary.liveObjects();
        try (TensorScope _ = new TensorScope()) {
            Tensor outer = Tensor.full(7, DType.FLOAT32, Device.CPU, 1);
            try (TensorScope inner = new TensorScope()) {
                // to() returns the tensor itself when there is nothing to convert
                inner.keep(outer.to(DType.FLOAT32));
            }
            assertThat(outer.item()).isEqualTo(7);
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void a_retained_tensor_outlives_every_scope() {
        long before = NativeLibrary.liveObjects();
        Tensor retained;
        try (TensorScope _ = new TensorScope()) {
            retained = Tensor.full(3, DType.FLOAT32, Device.CPU, 1).retain();
        }
        assertThat(retained.item()).isEqualTo(3);
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before + 1);
        retained.close();
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
    }

    @Test
    void a_scope_is_of_its_thread() throws InterruptedException {
        long[] made = new long[1];
        try (TensorScope _ = new TensorScope()) {
            Thread other = Thread.ofPlatform().start(() -> {
                long before = NativeLibrary.liveObjects();
                try (TensorScope _ = new TensorScope()) {
                    Tensor.zeros(DType.FLOAT32, Device.CPU, 3).exp();
                }
                made[0] = NativeLibrary.liveObjects() - before;
            });
            other.join();
        }
        assertThat(made[0]).isZero();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
