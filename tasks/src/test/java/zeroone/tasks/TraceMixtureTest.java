package zeroone.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import zeroone.tasks.TraceMixture.Manner;
import zeroone.text.CounterRandom;

class TraceMixtureTest {
    private final RandomGenerator random = CounterRandom.of(1).sequence();

    @Test
    void draws_every_manner_by_its_share() {
        TraceMixture mixture = new TraceMixture(.1, .2, .3, 0, 0, 0, 4);
        Map<Manner, Integer> counts = new EnumMap<>(Manner.class);
        for (int i = 0; i < 20_000; i++) {
            counts.merge(mixture.manner(random), 1, Integer::sum);
        }
        assertThat(counts.getOrDefault(Manner.GUESS, 0) / 20_000.0).isCloseTo(.1, within(.02));
        assertThat(counts.getOrDefault(Manner.CARELESS, 0) / 20_000.0).isCloseTo(.2, within(.02));
        assertThat(counts.getOrDefault(Manner.SLOPPY, 0) / 20_000.0).isCloseTo(.3, within(.02));
        assertThat(counts.getOrDefault(Manner.SEARCH, 0) / 20_000.0).isCloseTo(.4, within(.02));
    }

    @Test
    void patience_is_one_try_and_an_exponential_number_more() {
        TraceMixture mixture = new TraceMixture(0, 0, 0, 0, 0, 0, 4);
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            int tries = mixture.tries(random);
            assertThat(tries).isPositive();
            sum += tries;
        }
        // The floor of an exponential with mean 4 has mean 1 / (e^(1/4) - 1).
        assertThat(sum / 20_000).isCloseTo(1 + 1 / Math.expm1(.25), within(.15));
        assertThat(new TraceMixture(0, 0, 0, 0, 1, 0, 4).tries(random)).isGreaterThan(100_000);
    }

    @Test
    void a_thought_breaks_off_between_words() {
        String thought = " Go in order: 13+8=21 left 5, 21-5=16 want 16 yes!";
        for (int i = 0; i < 200; i++) {
            String cut = TraceMixture.breakOff(thought, random);
            assertThat(thought).startsWith(cut);
            assertThat(cut)
                    .hasSizeLessThan(thought.length())
                    .doesNotEndWith("wan")
                    .doesNotEndWith("lef");
        }
        assertThat(TraceMixture.breakOff("", random)).isEmpty();
    }

    @Test
    void impossible_shares_are_refused() {
        assertThatThrownBy(() -> new TraceMixture(.5, .5, .1, 0, 0, 0, 4))
                .hasMessageContaining("must not add up to more than 1");
        assertThatThrownBy(() -> new TraceMixture(-.1, 0, 0, 0, 0, 0, 4)).hasMessageContaining("guess is a share");
        assertThatThrownBy(() -> new TraceMixture(0, 0, 0, 0, 0, Double.NaN, 4)).hasMessageContaining("cut is a share");
        assertThatThrownBy(() -> new TraceMixture(0, 0, 0, 0, 0, 0, Double.POSITIVE_INFINITY))
                .hasMessageContaining("meanTries");
    }
}
