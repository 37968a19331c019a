package zeroone.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void doubling_is_the_same_distance_everywhere_on_a_logarithmic_axis() {
        Axis axis = Axis.Log.of("tokens", new double[] {16, 32, 64, 128, 256});

        assertThat(axis.position(16)).isZero();
        assertThat(axis.position(32)).isCloseTo(0.25, within(1e-12));
        assertThat(axis.position(64)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.position(256)).isCloseTo(1, within(1e-12));
    }

    @Test
    void zero_has_no_logarithm_and_stands_alone_at_the_left_edge_labelled_0() {
        Axis axis = Axis.Log.of("tokens", new double[] {0, 16, 32, 64});

        assertThat(axis.position(0)).isZero();
        assertThat(axis.position(16)).isBetween(0.1, 0.2);
        assertThat(axis.position(64)).isCloseTo(1, within(1e-12));
        assertThat(axis.position(64) - axis.position(32))
                .isCloseTo(axis.position(32) - axis.position(16), within(1e-12));
        assertThat(axis.ticks()).extracting(Axis.Tick::label).containsExactly("0", "16", "32", "64");
        assertThat(axis.ticks().getFirst().position()).isZero();
    }

    @Test
    void a_logarithmic_axis_without_zero_does_not_show_one() {
        assertThat(Axis.Log.of("tokens", new double[] {16, 64}).ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("16", "32", "64");
    }

    @Test
    void a_wide_logarithmic_axis_labels_fewer_powers() {
        Axis axis = Axis.Log.of("tokens", new double[] {1, 1 << 20});

        assertThat(axis.ticks()).hasSizeBetween(5, 9);
        assertThat(axis.ticks()).extracting(Axis.Tick::label).contains("1", "4096");
    }

    @Test
    void an_axis_can_be_made_of_a_single_value_or_of_zeros() {
        assertThat(Axis.Log.of("tokens", new double[] {64}).position(64)).isZero();
        assertThat(Axis.Log.of("tokens", new double[] {0, 0}).position(0)).isZero();
        assertThat(Axis.Linear.of("flop", new double[] {0}).position(0)).isZero();
        assertThat(Axis.Linear.of("flop", new double[] {0}).ticks()).hasSizeBetween(2, 10);
    }

    @Test
    void a_linear_axis_has_round_ticks_from_zero_to_beyond_the_last_point() {
        Axis axis = Axis.Linear.of("flop", new double[] {0, 1.7e12, 6.6e12});

        assertThat(axis.ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("0", "1T", "2T", "3T", "4T", "5T", "6T", "7T");
        assertThat(axis.position(3.5e12)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void numbers_are_short_and_the_same_in_every_locale() {
        assertThat(Figures.compact(0)).isEqualTo("0");
        assertThat(Figures.compact(4096)).isEqualTo("4096");
        assertThat(Figures.compact(12.25)).isEqualTo("12.3");
        assertThat(Figures.compact(16384)).isEqualTo("16.4k");
        assertThat(Figures.compact(999_999)).isEqualTo("1M");
        assertThat(Figures.compact(1.25e15)).isEqualTo("1.25P");
        assertThat(Figures.percent(0.2451)).isEqualTo("24.5\u00a0%");
    }
}
