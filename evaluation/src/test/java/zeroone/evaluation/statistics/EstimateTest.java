package zeroone.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import zeroone.text.CounterRandom;

class EstimateTest {
    @Test
    void one_sample_a_problem_gives_wilsons_interval() {
        double[] shares = new double[200];
        Arrays.fill(shares, 0, 49, 1);

        Estimate estimate = Estimate.overProblems(shares, 200);
        Interval wilson = new Proportion(49, 200).interval();

        assertThat(estimate.value()).isCloseTo(0.245, within(1e-12));
        assertThat(estimate.low()).isCloseTo(wilson.low(), within(1e-9));
        assertThat(estimate.high()).isCloseTo(wilson.high(), within(1e-9));
    }

    @Test
    void samples_of_the_same_problems_that_all_agree_add_no_certainty() {
        double[] allOrNothing = {1, 1, 0, 0, 1, 0, 1, 0, 0, 0};

        assertThat(Estimate.overProblems(allOrNothing, 640)).isEqualTo(Estimate.overProblems(allOrNothing, 10));
    }

    @Test
    void problems_that_are_all_alike_are_as_certain_as_their_samples() {
        double[] shares = new double[10];
        Arrays.fill(shares, 0.5);

        Estimate estimate = Estimate.overProblems(shares, 640);

        assertThat(estimate.low()).isCloseTo(new Proportion(320, 640).interval().low(), within(1e-12));
    }

    @Test
    void nothing_solved_still_leaves_room_for_doubt() {
        Estimate estimate = Estimate.overProblems(new double[50], 3200);

        assertThat(estimate.value()).isZero();
        assertThat(estimate.low()).isZero();
        assertThat(estimate.high()).isCloseTo(new Proportion(0, 50).interval().high(), within(1e-12));
    }

    @Test
    void the_interval_covers_the_truth_about_95_times_in_100() {
        long seed = 7;
        int problems = 60;
        int samples = 8;
        int covered = 0;
        for (int run = 0; run < 1000; run++) {
            CounterRandom random = CounterRandom.of(seed, run);
            double[] shares = new double[problems];
            for (int i = 0; i < problems; i++) {
                // Each problem has a difficulty of its own, uniform: the mean over all problems is 1/2.
                double chance = random.split(i).uniform(0);
                for (int s = 1; s <= samples; s++) {
                    shares[i] += random.split(i).uniform(s) < chance ? 1.0 / samples : 0;
                }
                shares[i] = Math.min(1, shares[i]);
            }
            Estimate estimate = Estimate.overProblems(shares, problems * samples);
            covered += estimate.low() <= 0.5 && 0.5 <= estimate.high() ? 1 : 0;
        }

        assertThat(covered).as("runs of 1000 covered, seed %d", seed).isBetween(925, 975);
    }

    @Test
    void impossible_input_is_refused() {
        assertThatThrownBy(() -> Estimate.overProblems(new double[0], 0)).hasMessageContaining("at least one problem");
        assertThatThrownBy(() -> Estimate.overProblems(new double[] {1, 0}, 1)).hasMessageContaining("1.0 trials");
        assertThatThrownBy(() -> Estimate.overProblems(new double[] {1.5}, 1)).hasMessageContaining("[0, 1]: 1.5");
        assertThatThrownBy(() -> Estimate.overProblems(new double[] {Double.NaN}, 1))
                .hasMessageContaining("NaN");
    }
}
