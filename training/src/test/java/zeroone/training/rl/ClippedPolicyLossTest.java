package zeroone.training.rl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import zeroone.tensor.Device;
import zeroone.tensor.Gradients;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;

class ClippedPolicyLossTest {
    private static final ClippedPolicyLoss LOSS = new ClippedPolicyLoss(0.2, 0.28);

    private static double formula(double logProb, double sampled, double advantage) {
        double ratio = Math.exp(logProb - sampled);
        double clipped = Math.min(Math.max(ratio, 0.8), 1.28);
        return -Math.min(ratio * advantage, clipped * advantage);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Result(double loss, float[] gradient) {}

    private static Result of(float[] logProbs, float[] sampled, float[] advantages) {
        int count = logProbs.length;
        try (TensorScope _ = new TensorScope();
                Gradients _ = Gradients.on();
                Parameter now = new Parameter("log p", Tensor.of(logProbs, Device.CPU, count))) {
            Tensor loss = LOSS.sum(
                    now.value(), Tensor.of(sampled, Device.CPU, count), Tensor.of(advantages, Device.CPU, count));
            loss.backward();
            return new Result(loss.item(), now.gradient().orElseThrow().toFloats());
        }
    }

    private static Result of(double ratio, double advantage) {
        return of(new float[] {(float) Math.log(ratio) - 1}, new float[] {-1}, new float[] {(float) advantage});
    }

    @Test
    void the_sum_is_that_of_the_formula_and_the_gradient_its_slope() {
        Random random = new Random(5);
        int count = 300;
        float[] logProbs = new float[count];
        float[] sampled = new float[count];
        float[] advantages = new float[count];
        double expected = 0;
        for (int i = 0; i < count; i++) {
            sampled[i] = -5 * random.nextFloat();
            logProbs[i] = sampled[i] + (float) (0.4 * random.nextGaussian());
            advantages[i] = (float) random.nextGaussian();
            expected += formula(logProbs[i], sampled[i], advantages[i]);
        }
        Result result = of(logProbs, sampled, advantages);
        assertThat(result.loss).isCloseTo(expected, within(1e-3));
        double h = 1e-5;
        for (int i = 0; i < count; i++) {
            double ratio = Math.exp(logProbs[i] - sampled[i]);
            if (Math.abs(ratio - 0.8) < 1e-3 || Math.abs(ratio - 1.28) < 1e-3) {
                continue; // the formula has a corner there
            }
            double slope = (formula(logProbs[i] + h, sampled[i], advantages[i])
                            - formula(logProbs[i] - h, sampled[i], advantages[i]))
                    / (2 * h);
            assertThat((double) result.gradient[i]).as("token " + i).isCloseTo(slope, within(1e-4));
        }
    }

    @Test
    void a_better_token_is_raised_up_to_the_upper_bound_only() {
        assertThat(of(1, 2).gradient[0]).isCloseTo(-2, within(1e-5f));
        assertThat(of(1.27, 1).gradient[0]).isCloseTo(-1.27f, within(1e-4f));
        assertThat(of(1.29, 1)).satisfies(r -> {
            assertThat(r.gradient[0]).isZero();
            assertThat(r.loss).isCloseTo(-1.28, within(1e-6));
        });
        assertThat(of(0.1, 1).gradient[0]).as("always raised from below").isCloseTo(-0.1f, within(1e-5f));
    }

    @Test
    void a_worse_token_is_lowered_down_to_the_lower_bound_only() {
        assertThat(of(0.81, -1).gradient[0]).isCloseTo(0.81f, within(1e-4f));
        assertThat(of(0.79, -1)).satisfies(r -> {
            assertThat(r.gradient[0]).isZero();
            assertThat(r.loss).isCloseTo(0.8, within(1e-6));
        });
        assertThat(of(3, -1).gradient[0]).as("always lowered from above").isCloseTo(3, within(1e-4f));
    }

    @Test
    void log_probabilities_far_apart_stay_finite() {
        Result result = of(new float[] {0, -200}, new float[] {-200, 0}, new float[] {-1, 1});
        assertThat(result.loss).isFinite();
        assertThat(result.gradient[0]).isFinite();
        assertThat(result.gradient[1]).isFinite();
    }

    @Test
    void impossible_bounds_are_refused() {
        for (double low : new double[] {0, 1, -1, Double.NaN}) {
            assertThatThrownBy(() -> new ClippedPolicyLoss(low, 0.2)).hasMessage("clip low must be in (0, 1): " + low);
        }
        for (double high : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new ClippedPolicyLoss(0.2, high))
                    .hasMessage("clip high must be positive: " + high);
        }
    }
}
