package zeroone.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void wilsons_interval_has_the_published_values() {
        // Newcombe (1998), table I, method 3: score without continuity correction.
        assertInterval(new Proportion(81, 263), 0.2553, 0.3662);
        assertInterval(new Proportion(15, 148), 0.0624, 0.1605);
        assertInterval(new Proportion(0, 20), 0.0000, 0.1611);
        assertInterval(new Proportion(1, 29), 0.0061, 0.1718);
    }

    @Test
    void the_interval_of_a_perfect_score_is_the_mirror_of_that_of_none() {
        Interval none = new Proportion(0, 20).interval();
        Interval all = new Proportion(20, 20).interval();

        assertThat(all.high()).isEqualTo(1);
        assertThat(all.low()).isCloseTo(1 - none.high(), within(1e-12));
    }

    @Test
    void more_trials_make_a_narrower_interval_around_the_same_share() {
        Interval few = new Proportion(5, 10).interval();
        Interval many = new Proportion(500, 1000).interval();

        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 5);
        assertThat(many.low()).isLessThan(0.5);
        assertThat(many.high()).isGreaterThan(0.5);
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatThrownBy(() -> new Proportion(0, 0)).hasMessageContaining("at least one trial: 0");
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("[0, 2]: 3");
        assertThatThrownBy(() -> new Proportion(-1, 2)).hasMessageContaining("[0, 2]: -1");
    }

    private static void assertInterval(Proportion proportion, double low, double high) {
        assertThat(proportion.interval().low()).as("low of %s", proportion).isCloseTo(low, within(5e-5));
        assertThat(proportion.interval().high()).as("high of %s", proportion).isCloseTo(high, within(5e-5));
    }
}
