package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Alternative;

class TokenDistributionTest {
    private static final int DRAWS = 40_000;

    /** Scores of which these are the probabilities. */
    private static float[] logits(double... probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(probabilities[i]);
        }
        return logits;
    }

    private static double[] frequencies(float[] logits, int topK, double topP, double minP) {
        CounterRandom random = CounterRandom.of(3);
        TokenDistribution distribution = new TokenDistribution(logits.length);
        double[] frequencies = new double[logits.length];
        for (int i = 0; i < DRAWS; i++) {
            assertThat(distribution.read(logits, 0, 1)).isTrue();
            frequencies[distribution.draw(random.uniform(i), topK, topP, minP)] += 1.0 / DRAWS;
        }
        return frequencies;
    }

    @Test
    void frequencies_are_the_probabilities() {
        assertThat(frequencies(logits(0.05, 0.4, 0, 0.3, 0.25), 0, 1, 0))
                .containsExactly(new double[] {0.05, 0.4, 0, 0.3, 0.25}, within(0.01));
    }

    @Test
    void top_k_keeps_the_k_likeliest_and_their_proportions() {
        float[] logits = logits(0.05, 0.4, 0.1, 0.3, 0.15);
        assertThat(frequencies(logits, 2, 1, 0))
                .containsExactly(new double[] {0, 4 / 7.0, 0, 3 / 7.0, 0}, within(0.01));
        assertThat(frequencies(logits, 100, 1, 0))
                .containsExactly(new double[] {0.05, 0.4, 0.1, 0.3, 0.15}, within(0.01));
    }

    @Test
    void top_p_keeps_the_fewest_likeliest_that_reach_p() {
        float[] logits = logits(0.0625, 0.5, 0.125, 0.25, 0.0625);
        assertThat(frequencies(logits, 0, 0.7499, 0))
                .containsExactly(new double[] {0, 2 / 3.0, 0, 1 / 3.0, 0}, within(0.01));
        assertThat(frequencies(logits, 0, 0.76, 0)[2]).isPositive();
        assertThat(frequencies(logits, 0, 1e-9, 0)[1]).as("never none").isCloseTo(1, within(1e-9));
    }

    @Test
    void min_p_keeps_what_is_not_far_less_likely_than_the_likeliest() {
        float[] logits = logits(0.5, 0.26, 0.04, 0.2);
        assertThat(frequencies(logits, 0, 1, 0.3))
                .containsExactly(new double[] {0.5 / 0.96, 0.26 / 0.96, 0, 0.2 / 0.96}, within(0.01));
        assertThat(frequencies(logits, 0, 1, 1)[0]).isCloseTo(1, within(1e-9));
        assertThat(frequencies(logits, 2, 0.99, 0.3)).as("with top-k").endsWith(0, 0);
    }

    @Test
    void of_equally_likely_tokens_the_first_are_kept() {
        assertThat(frequencies(new float[] {1, 1, 1, 1}, 2, 1, 0)).endsWith(0, 0);
        assertThat(frequencies(new float[] {1, 1, 1, 1}, 0, 0.49, 0)).endsWith(0, 0);
    }

    @Test
    void the_likeliest_is_the_first_of_equals() {
        TokenDistribution distribution = new TokenDistribution(4);
        assertThat(distribution.read(new float[] {9, -1, 4, 4, -1, 9}, 1, 1)).isTrue();
        assertThat(distribution.mostLikely()).isEqualTo(1);
        assertThat(distribution.within(1, 1)).isTrue();
        assertThat(distribution.within(1, 2)).isFalse();
        assertThat(distribution.within(2, 2)).isTrue();
        assertThat(distribution.within(3, 3)).isFalse();
    }

    @Test
    void what_is_no_distribution_is_told() {
        float inf = Float.POSITIVE_INFINITY;
        TokenDistribution distribution = new TokenDistribution(3);
        for (float[] bad : new float[][] {{Float.NaN, 0, 0}, {0, 0, Float.NaN}, {inf, 0, 0}, {-inf, -inf, -inf}}) {
            assertThat(distribution.read(bad, 0, 1)).as(Arrays.toString(bad)).isFalse();
        }
        assertThat(distribution.read(new float[] {-inf, 3, -inf}, 0, 1)).isTrue();
        assertThat(distribution.draw(0.999999, 0, 1, 0)).isEqualTo(1);
        assertThat(distribution.logProb(1)).isZero();
    }

    /** The same by sorting everything, in double precision. */
    @Test
    void is_what_sorting_all_tokens_says() {
        Property.seeded(5).holds(3000, random -> {
            int size = 1 + random.nextInt(60);
            float[] logits = scores(random, size);
            double temperature = List.of(0.3, 1.0, 1.7).get(random.nextInt(3));
            int topK = random.nextBoolean() ? 0 : 1 + random.nextInt(70);
            double topP = random.nextBoolean() ? 1 : 0.05 + 0.9 * random.nextDouble();
            double minP = random.nextBoolean() ? 0 : random.nextDouble() / 3;
            double uniform = random.nextDouble();
            TokenDistribution distribution = new TokenDistribution(size);
            assertThat(distribution.read(logits, 0, temperature)).isTrue();

            double[] weights = new double[size];
            double max =
                    IntStream.range(0, size).mapToDouble(i -> logits[i]).max().orElseThrow();
            Arrays.setAll(weights, i -> Math.exp((logits[i] - max) / temperature));
            double sum = Arrays.stream(weights).sum();
            List<Integer> order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -logits[i]))
                    .toList();
            for (int i = 0; i < size; i++) {
                assertThat(distribution.logProb(i)).isCloseTo((float) Math.log(weights[i] / sum), within(2e-5f));
            }
            List<Alternative> top = distribution.top(5);
            for (int i = 0; i < top.size(); i++) {
                assertThat(top.get(i).token()).isEqualTo(order.get(i));
            }
            int drawn = distribution.draw(uniform, topK, topP, minP);
            List<Integer> kept = new ArrayList<>();
            double mass = 0;
            for (int token : order) {
                if ((topK > 0 && kept.size() == topK) || mass >= topP * sum || weights[token] < minP) {
                    break;
                }
                kept.add(token);
                mass += weights[token];
            }
            kept.sort(Comparator.naturalOrder());
            double before = 0;
            for (int token : kept) {
                if (token == drawn) {
                    assertThat(uniform * mass).isBetween(before - 1e-5 * sum, before + weights[token] + 1e-5 * sum);
                }
                before += weights[token];
            }
            assertThat(kept).contains(drawn);
        });
    }

    private static float[] scores(RandomGenerator random, int size) {
        float[] logits = new float[size];
        float spread = 1 + 10 * random.nextFloat();
        for (int i = 0; i < size; i++) {
            logits[i] = random.nextInt(4) == 0 ? (float) random.nextInt(4) : spread * (random.nextFloat() - 0.5f);
        }
        return logits;
    }

    @Test
    void the_fast_exponential_is_the_exponential() {
        for (float x = 0; x > -86; x -= 0.0137f) {
            double exact = Math.exp(x);
            assertThat(Math.abs(Exponential.of(x) - exact) / exact)
                    .as("exp(" + x + ")")
                    .isLessThan(3e-7);
        }
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(-88)).isZero();
        assertThat(Exponential.of(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.of(Float.NaN)).isNaN();
    }

    @Test
    void many_exponentials_at_once_are_those_of_one_by_one_to_the_bit() {
        Property.seeded(61).holds(200, random -> {
            float[] values = new float[random.nextInt(1, 100)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(8) == 0
                        ? List.of(0f, -0f, -86.99f, -87f, -87.01f, Float.NEGATIVE_INFINITY, Float.NaN)
                                .get(random.nextInt(7))
                        : (float) (-90 * random.nextDouble());
            }
            float[] results = new float[values.length];
            double sum = Exponential.apply(values, results, values.length);
            double expected = 0;
            for (int i = 0; i < values.length; i++) {
                assertThat(Float.floatToIntBits(results[i]))
                        .as("exp(%s)", values[i])
                        .isEqualTo(Float.floatToIntBits(Exponential.of(values[i])));
                expected += results[i];
            }
            if (Double.isNaN(expected)) {
                assertThat(sum).isNaN();
            } else {
                assertThat(sum).isCloseTo(expected, within(1e-9));
            }
        });
    }
}
