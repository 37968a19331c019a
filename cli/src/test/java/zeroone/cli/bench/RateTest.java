package zeroone.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void the_deviation_is_that_of_a_sample() {
        assertThat(Rate.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0)).mean())
                .isEqualTo(5);
        assertThat(Rate.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0)).deviation())
                .isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    }

    @Test
    void one_repetition_and_equal_ones_deviate_by_nothing() {
        assertThat(Rate.of(List.of(17.0))).isEqualTo(new Rate(17, 0));
        assertThat(Rate.of(List.of(17.0, 17.0, 17.0))).isEqualTo(new Rate(17, 0));
    }

    @Test
    void a_small_deviation_of_a_large_rate_is_not_lost_to_rounding() {
        assertThat(Rate.of(List.of(1e9, 1e9 + 2)).deviation()).isCloseTo(Math.sqrt(2), within(1e-6));
    }
}
