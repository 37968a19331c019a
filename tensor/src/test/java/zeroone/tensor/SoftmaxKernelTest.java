package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import zeroone.tensor.Bfloat16Tiles.Place;

/** On a machine without the instructions there are no tiles, and that is what is tested. */
class SoftmaxKernelTest {
    private static final long SEED = 41;

    @Test
    void weights_are_powers_of_e_relative_to_the_largest_and_their_sum_is_that_of_what_they_were_rounded_to() {
        Random random = new Random(SEED);
        for (int count = 32; count <= 640; count += 32) {
            double scale = Math.exp(random.nextDouble(-3, 5));
            float[] scores = new float[count];
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                scores[i] = (float) (scale * random.nextGaussian());
                largest = Math.max(largest, scores[i]);
            }
            float most = largest;
            softmax(scores, (weights, sum) -> {
                double expectedSum = 0;
                for (int i = 0; i < weights.length; i++) {
                    double exact = Math.exp((double) scores[i] - most);
                    // half a unit of bfloat16, and a little for the rounding of scores that are large
                    assertThat((double) weights[i])
                            .as("weight %d of %d, scale %s, seed %d", i, weights.length, scale, SEED)
                            .isCloseTo(exact, within(exact * (0x1p-8 + 1e-4) + 1e-37));
                    expectedSum += weights[i];
                }
                assertThat((double) sum).isCloseTo(expectedSum, within(expectedSum * 1e-5));
            });
        }
    }

    @Test
    void the_largest_score_has_weight_one_and_minus_infinity_none() {
        float[] scores = new float[64];
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        scores[40] = 1234.5f;
        scores[63] = 1234.5f - 300;

        softmax(scores, (weights, sum) -> {
            assertThat(weights[40]).isEqualTo(1);
            assertThat(weights[63]).isZero();
            assertThat(weights[0]).isZero();
            assertThat(sum).isEqualTo(1);
        });
    }

    @Test
    void a_score_that_is_not_a_number_shows_wherever_it_is() {
        for (int place = 0; place < 64; place++) {
            float[] scores = new float[64];
            scores[place] = Float.NaN;

            softmax(scores, (_, sum) -> assertThat(sum).isNaN());
        }
    }

    @Test
    void scores_come_in_whole_groups() {
        withTiles((tiles, arena) -> {
            Place place = new Place(arena.allocate(400, 64), 0, 0);
            assertThatThrownBy(() -> tiles.exponentiate(place, place, 33)).hasMessageContaining("33");
            assertThatThrownBy(() -> tiles.exponentiate(place, place, 128))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        });
    }

    private static void softmax(float[] scores, BiConsumer<float[], Float> test) {
        withTiles((tiles, arena) -> {
            MemorySegment weights = arena.allocate(2L * scores.length, 64);
            Place from = new Place(arena.allocateFrom(ValueLayout.JAVA_FLOAT, scores), 0, 0);
            float sum = tiles.exponentiate(from, new Place(weights, 0, 0), scores.length);
            float[] got = new float[scores.length];
            for (int i = 0; i < got.length; i++) {
                got[i] = Bfloat16.toFloat(weights.getAtIndex(ValueLayout.JAVA_SHORT, i));
            }
            test.accept(got, sum);
        });
    }

    private static void withTiles(BiConsumer<Bfloat16Tiles, Arena> test) {
        try (Arena arena = Arena.ofConfined()) {
            if (Bfloat16Tiles.available()) {
                test.accept(new Bfloat16Tiles(arena), arena);
            } else {
                assertThatThrownBy(() -> new Bfloat16Tiles(arena)).isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }
}
