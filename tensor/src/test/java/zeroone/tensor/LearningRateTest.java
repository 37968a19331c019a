package zeroone.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class LearningRateTest {
    @Test
    void rises_in_a_line_then_falls_in_a_cosine_to_the_floor() {
        LearningRate rate = new LearningRate(1, 4, 14, 0.2);
        assertThat(rate.at(0)).isEqualTo(0.25);
        assertThat(rate.at(1)).isEqualTo(0.5);
        assertThat(rate.at(3)).isEqualTo(1);
        assertThat(rate.at(4)).isEqualTo(1);
        assertThat(rate.at(9)).as("half way down").isCloseTo(0.6, offset(1e-12));
        assertThat(rate.at(14)).isCloseTo(0.2, offset(1e-12));
        assertThat(rate.at(1000)).isCloseTo(0.2, offset(1e-12));
    }

    @Test
    void never_rises_after_the_peak() {
        LearningRate rate = new LearningRate(3e-4, 7, 50, 0);
        for (int step = 7; step < 60; step++) {
            assertThat(rate.at(step + 1)).isLessThanOrEqualTo(rate.at(step));
        }
    }

    @Test
    void without_warm_up_it_starts_at_the_peak_and_with_a_floor_of_one_it_stays_there() {
        LearningRate rate = new LearningRate(0.5, 0, 10, 1);
        for (int step = 0; step < 20; step++) {
            assertThat(rate.at(step)).isEqualTo(0.5);
        }
    }

    @Test
    void may_warm_up_to_the_very_end() {
        LearningRate rate = new LearningRate(1, 3, 3, 0.5);
        assertThat(rate.at(2)).isEqualTo(1);
        assertThat(rate.at(3)).isEqualTo(1);
        assertThat(rate.at(4)).isEqualTo(0.5);
    }

    @Test
    void impossible_schedules_are_refused() {
        refused(() -> new LearningRate(0, 0, 1, 0), "(0, 10): 0.0");
        refused(() -> new LearningRate(Double.NaN, 0, 1, 0), "(0, 10): NaN");
        refused(() -> new LearningRate(1, -1, 1, 0), "-1 of 1");
        refused(() -> new LearningRate(1, 5, 4, 0), "5 of 4");
        refused(() -> new LearningRate(1, 0, 0, 0), "0 of 0");
        refused(() -> new LearningRate(1, 0, 1, 1.5), "[0, 1]: 1.5");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String reason) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }
}
