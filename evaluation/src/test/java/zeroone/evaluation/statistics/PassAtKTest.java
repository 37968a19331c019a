package zeroone.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PassAtKTest {
    @Test
    void the_estimate_is_the_share_of_all_groups_of_k_that_hold_a_correct_sample() {
        for (int n = 1; n <= 10; n++) {
            for (int c = 0; c <= n; c++) {
                for (int k = 1; k <= n; k++) {
                    assertThat(new PassAtK(n, c).at(k))
                            .as("n %d, c %d, k %d", n, c, k)
                            .isCloseTo(shareOfGroupsWithACorrectSample(n, c, k), within(1e-12));
                }
            }
        }
    }

    @Test
    void large_pools_do_not_overflow() {
        // 1 - C(9990, 100) / C(10000, 100), from the product of ten factors (1 - 100/i), i = 9991..10000.
        double missed = 1;
        for (int i = 9991; i <= 10000; i++) {
            missed *= (i - 100.0) / i;
        }

        assertThat(new PassAtK(10000, 10).at(100)).isCloseTo(1 - missed, within(1e-12));
        assertThat(new PassAtK(10000, 10000).at(10000)).isEqualTo(1);
        assertThat(new PassAtK(10000, 0).at(10000)).isEqualTo(0);
    }

    @Test
    void more_samples_than_the_pool_holds_cannot_be_estimated() {
        assertThatThrownBy(() -> new PassAtK(4, 1).at(5))
                .hasMessageContaining("[1, 4]")
                .hasMessageContaining("5");
        assertThatThrownBy(() -> new PassAtK(4, 1).at(0)).hasMessageContaining("[1, 4]");
        assertThatThrownBy(() -> new PassAtK(4, 5)).hasMessageContaining("[0, 4]: 5");
        assertThatThrownBy(() -> new PassAtK(0, 0)).hasMessageContaining("at least one sample");
    }

    private static double shareOfGroupsWithACorrectSample(int n, int c, int k) {
        int groups = 0;
        int passed = 0;
        for (int group = 0; group < 1 << n; group++) {
            if (Integer.bitCount(group) == k) {
                groups++;
                if ((group & ((1 << c) - 1)) != 0) {
                    passed++;
                }
            }
        }
        return (double) passed / groups;
    }
}
