package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final AdamW.Config CONFIG = new AdamW.Config(0.9, 0.99, 1e-8, 0.1, 1.0);

    private final Parameter matrix = parameter("matrix", new float[] {0.5f, -1, 2, 0.25f, 1, -0.75f}, 2, 3);
    private final Parameter vector = parameter("vector", new float[] {1, -2}, 2);
    private final List<Parameter> parameters = List.of(matrix, vector);

    private static Parameter parameter(String name, float[] values, long... shape) {
        try (TensorScope _ = new TensorScope()) {
            return new Parameter(name, Tensor.of(values, Device.CPU, shape));
        }
    }

    @AfterEach
    void close() {
        parameters.forEach(Parameter::close);
    }

    /** What the paper says, one number at a time. */
    private static final class Twin {
        private final double[] weights;
        private final double[] mean;
        private final double[] square;
        private final double decay;

        Twin(Parameter parameter, double decay) {
            float[] values = parameter.value().toFloats();
            this.weights = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                weights[i] = values[i];
            }
            this.mean = new double[values.length];
            this.square = new double[values.length];
            this.decay = decay;
        }

        void step(int step, float[] gradient, double scale, double rate) {
            for (int i = 0; i < weights.length; i++) {
                double g = gradient[i] * scale;
                weights[i] -= rate * decay * weights[i];
                mean[i] = CONFIG.beta1() * mean[i] + (1 - CONFIG.beta1()) * g;
                square[i] = CONFIG.beta2() * square[i] + (1 - CONFIG.beta2()) * g * g;
                double unbiasedMean = mean[i] / (1 - Math.pow(CONFIG.beta1(), step));
                double unbiasedSquare = square[i] / (1 - Math.pow(CONFIG.beta2(), step));
                weights[i] -= rate * unbiasedMean / (Math.sqrt(unbiasedSquare) + CONFIG.epsilon());
            }
        }
    }

    @Test
    void twenty_steps_are_those_of_the_formula_with_decay_on_matrices_only_and_clipping() {
        Random random = new Random(7);
        Twin matrixTwin = new Twin(matrix, CONFIG.weightDecay());
        Twin vectorTwin = new Twin(vector, 0);
        boolean clipped = false;
        boolean whole = false;
        try (AdamW optimizer = new AdamW(parameters, CONFIG)) {
            for (int step = 1; step <= 20; step++) {
                double size = step % 2 == 0 ? 0.1 : 3;
                float[] a = gaussians(random, 6, size);
                float[] b = gaussians(random, 2, size);
                double norm = norm(a, b);
                double scale = Math.min(1, CONFIG.clip() / norm);
                clipped |= scale < 1;
                whole |= scale == 1;
                double rate = 0.05 / step;
                matrixTwin.step(step, a, scale, rate);
                vectorTwin.step(step, b, scale, rate);
                giveGradient(matrix, a, 2, 3);
                giveGradient(vector, b, 2);
                assertThat(optimizer.step(rate)).as("the norm before clipping").isCloseTo(norm, offset(1e-5));
            }
            assertThat(optimizer.steps()).isEqualTo(20);
        }
        assertThat(clipped && whole).as("both kinds of step occurred").isTrue();
        assertClose(matrix, matrixTwin.weights);
        assertClose(vector, vectorTwin.weights);
    }

    private static void assertClose(Parameter parameter, double[] expected) {
        float[] actual = parameter.value().toFloats();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as(parameter.name() + i).isCloseTo(expected[i], offset(2e-6));
        }
    }

    private static float[] gaussians(Random random, int count, double size) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * size);
        }
        return values;
    }

    private static double norm(float[]... gradients) {
        double sum = 0;
        for (float[] gradient : gradients) {
            for (float g : gradient) {
                sum += (double) g * g;
            }
        }
        return Math.sqrt(sum);
    }

    /** d(w * g)/dw = g. */
    private static void giveGradient(Parameter parameter, float[] gradient, long... shape) {
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on()) {
            parameter
                    .value()
                    .multiply(Tensor.of(gradient, Device.CPU, shape))
                    .sum()
                    .backward();
        }
    }

    @Test
    void decay_alone_shrinks_matrices_and_leaves_vectors() {
        try (AdamW optimizer = new AdamW(parameters, CONFIG)) {
            giveGradient(matrix, new float[6], 2, 3);
            giveGradient(vector, new float[2], 2);
            optimizer.step(0.5);
        }
        assertThat(matrix.value().toFloats()[2]).isCloseTo(2 * (1 - 0.05f), offset(1e-6f));
        assertThat(vector.value().toFloats()).containsExactly(1, -2);
    }

    @Test
    void a_gradient_that_is_no_number_changes_nothing_and_is_forgotten() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            try (AdamW optimizer = new AdamW(parameters, CONFIG)) {
                float[] before = matrix.value().toFloats();
                giveGradient(matrix, new float[] {1, 1, bad, 1, 1, 1}, 2, 3);
                giveGradient(vector, new float[] {1, 1}, 2);
                assertThat(optimizer.step(0.1)).isNotFinite();
                assertThat(matrix.value().toFloats()).isEqualTo(before);
                assertThat(vector.value().toFloats()).containsExactly(1, -2);
                assertThat(optimizer.steps()).isZero();
                assertThat(optimizer.mean(1).toFloats()).containsExactly(0, 0);

                giveGradient(vector, new float[] {0.5f, 0}, 2);
                assertThat(optimizer.step(1e-9)).as("the bad one is gone").isCloseTo(0.5, offset(1e-6));
            }
        }
    }

    @Test
    void gradients_are_used_once() {
        try (AdamW optimizer = new AdamW(parameters, CONFIG)) {
            giveGradient(vector, new float[] {3, 4}, 2);
            assertThat(optimizer.step(0.1)).isCloseTo(5, offset(1e-6));
            assertThat(optimizer.step(0.1)).isZero();
        }
    }

    @Test
    void a_step_without_any_gradient_changes_no_weight() {
        float[] before = matrix.value().toFloats();
        try (AdamW optimizer = new AdamW(parameters, CONFIG)) {
            assertThat(optimizer.step(0.1)).isZero();
        }
        assertThat(matrix.value().toFloats()).isEqualTo(before);
    }

    @Test
    void casts_that_are_in_use_see_the_new_weights() {
        try (AdamW optimizer = new AdamW(parameters, CONFIG);
                TensorScope _ = new TensorScope();
                Gradients _ = Gradients.off()) {
            Tensor cast = vector.as(DType.BFLOAT16);
            giveGradient(vector, new float[] {1, 1}, 2);
            optimizer.step(0.5);
            assertThat(cast.toFloats())
                    .isEqualTo(vector.value().to(DType.BFLOAT16).toFloats());
            assertThat(cast.toFloats()[0]).isNotEqualTo(1);
        }
    }

    @Test
    void a_restored_optimiser_goes_on_as_the_saved_one_would_have() {
        Parameter other = parameter("other", new float[] {1, -2}, 2);
        try (AdamW one = new AdamW(List.of(vector), CONFIG);
                AdamW two = new AdamW(List.of(other), CONFIG)) {
            for (int i = 0; i < 3; i++) {
                giveGradient(vector, new float[] {0.5f, i}, 2);
                one.step(0.1);
            }
            try (TensorScope _ = new TensorScope()) {
                other.set(vector.value().detach());
                two.restore(
                        one.steps(),
                        List.of(one.mean(0).copy()),
                        List.of(one.square(0).copy()));
            }
            giveGradient(vector, new float[] {-1, 2}, 2);
            giveGradient(other, new float[] {-1, 2}, 2);
            one.step(0.1);
            two.step(0.1);
            assertThat(other.value().toFloats()).isEqualTo(vector.value().toFloats());
            assertThatThrownBy(() -> two.restore(1, List.of(), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("0 parameters: this model has 1");
        } finally {
            other.close();
        }
    }

    @Test
    void a_saved_state_of_other_shapes_is_refused() {
        try (AdamW optimizer = new AdamW(List.of(vector), CONFIG);
                TensorScope _ = new TensorScope()) {
            Tensor one = Tensor.zeros(DType.FLOAT32, Device.CPU, 1);
            assertThatThrownBy(() -> optimizer.restore(1, List.of(one), List.of(one)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("vector")
                    .hasMessageContaining("[1]")
                    .hasMessageContaining("[2]");
        }
    }

    @Test
    void steps_leave_nothing_behind() {
        long outside = NativeLibrary.liveObjects();
        AdamW optimizer = new AdamW(parameters, CONFIG);
        long before = 0;
        for (int i = 0; i < 10; i++) {
            giveGradient(vector, new float[] {1, 1}, 2);
            giveGradient(matrix, new float[6], 2, 3);
            optimizer.step(0.01);
            if (i == 1) {
                before = NativeLibrary.liveObjects();
            }
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(before);
        optimizer.close();
        assertThat(NativeLibrary.liveObjects()).isLessThanOrEqualTo(outside + 1);
    }

    @Test
    void impossible_settings_are_refused_with_their_values() {
        refused(() -> new AdamW.Config(1, 0.9, 1e-8, 0, 1), "1.0, 0.9");
        refused(() -> new AdamW.Config(0.9, -0.1, 1e-8, 0, 1), "0.9, -0.1");
        refused(() -> new AdamW.Config(0.9, 0.9, 0, 0, 1), "epsilon must be positive: 0.0");
        refused(() -> new AdamW.Config(0.9, 0.9, 1e-8, -1, 1), "must not be negative: -1.0");
        refused(() -> new AdamW.Config(0.9, 0.9, 1e-8, 0, 0), "must be positive: 0.0");
        refused(() -> new AdamW.Config(Double.NaN, 0.9, 1e-8, 0, 1), "NaN");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String reason) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }
}
