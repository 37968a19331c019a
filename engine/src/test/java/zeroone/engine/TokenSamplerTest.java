package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.generation.SamplingParameters;

class TokenSamplerTest {
    private static final int DRAWS = 40_000;

    private static double[] frequencies(float[] probabilities, SamplingParameters parameters) {
        CounterRandom random = CounterRandom.of(3);
        double[] frequencies = new double[probabilities.length];
        for (int i = 0; i < DRAWS; i++) {
            frequencies[TokenSampler.sample(probabilities, 0, probabilities.length, parameters, random.uniform(i))] +=
                    1.0 / DRAWS;
        }
        return frequencies;
    }

    private static SamplingParameters kept(int topK, double topP) {
        return new SamplingParameters(1, topK, topP);
    }

    @Test
    void frequencies_are_the_probabilities() {
        float[] probabilities = {0.05f, 0.4f, 0, 0.3f, 0.25f};
        assertThat(frequencies(probabilities, SamplingParameters.PLAIN))
                .containsExactly(new double[] {0.05, 0.4, 0, 0.3, 0.25}, within(0.01));
    }

    @Test
    void top_k_keeps_the_k_likeliest_and_their_proportions() {
        float[] probabilities = {0.05f, 0.4f, 0.1f, 0.3f, 0.15f};
        assertThat(frequencies(probabilities, kept(2, 1)))
                .containsExactly(new double[] {0, 4 / 7.0, 0, 3 / 7.0, 0}, within(0.01));
        assertThat(frequencies(probabilities, kept(100, 1)))
                .containsExactly(new double[] {0.05, 0.4, 0.1, 0.3, 0.15}, within(0.01));
    }

    @Test
    void top_p_keeps_the_fewest_likeliest_that_reach_p() {
        float[] probabilities = {0.0625f, 0.5f, 0.125f, 0.25f, 0.0625f};
        assertThat(frequencies(probabilities, kept(0, 0.75)))
                .as("reached exactly")
                .containsExactly(new double[] {0, 2 / 3.0, 0, 1 / 3.0, 0}, within(0.01));
        assertThat(frequencies(probabilities, kept(0, 0.76))[2]).isPositive();
        assertThat(frequencies(probabilities, kept(0, 1e-9))[1])
                .as("never none")
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void top_k_and_top_p_together_keep_what_both_keep() {
        float[] probabilities = {0.4f, 0.3f, 0.2f, 0.1f};
        assertThat(frequencies(probabilities, kept(3, 0.5))[2]).isZero();
        assertThat(frequencies(probabilities, kept(1, 0.99))[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void greedy_takes_the_likeliest_and_of_equals_the_first() {
        for (double uniform : new double[] {0, 0.5, 0.999999}) {
            assertThat(TokenSampler.sample(
                            new float[] {9, 0.1f, 0.4f, 0.4f, 0.1f, 9}, 1, 4, SamplingParameters.GREEDY, uniform))
                    .isEqualTo(1);
        }
    }

    @Test
    void any_uniform_number_draws_a_token_that_can_be_drawn() {
        Property.seeded(5).holds(500, random -> {
            int size = 1 + random.nextInt(40);
            float[] rows = new float[3 * size];
            Arrays.fill(rows, 7); // the neighbours in the batch
            double sum = 0;
            double[] weights = new double[size];
            for (int i = 0; i < size; i++) {
                weights[i] = random.nextInt(3) == 0 ? 0 : Math.exp(10 * random.nextDouble());
                sum += weights[i];
            }
            weights[size - 1] += sum == 0 ? 1 : 0;
            sum += sum == 0 ? 1 : 0;
            Set<Integer> possible = new TreeSet<>();
            for (int i = 0; i < size; i++) {
                rows[size + i] = (float) (weights[i] / sum);
                if (weights[i] > 0) {
                    possible.add(i);
                }
            }
            for (double uniform : new double[] {0, random.nextDouble(), Math.nextDown(1.0)}) {
                for (SamplingParameters parameters : new SamplingParameters[] {
                    SamplingParameters.PLAIN,
                    SamplingParameters.GREEDY,
                    kept(1 + random.nextInt(50), 1),
                    kept(0, 0.999),
                    kept(3, 0.5)
                }) {
                    assertThat(possible).contains(TokenSampler.sample(rows, size, size, parameters, uniform));
                }
            }
        });
    }
}
