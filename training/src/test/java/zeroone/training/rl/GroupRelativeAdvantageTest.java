package zeroone.training.rl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;

class GroupRelativeAdvantageTest {
    @Test
    void is_the_distance_from_the_mean_of_the_group() {
        assertThat(GroupRelativeAdvantage.of(new double[] {1, 0, 0, 0}))
                .containsExactly(new double[] {0.75, -0.25, -0.25, -0.25}, within(1e-12));
        assertThat(GroupRelativeAdvantage.of(new double[] {1, 1, 1})).containsExactly(0, 0, 0);
        assertThat(GroupRelativeAdvantage.of(new double[0])).isEmpty();
    }

    @Test
    void sums_to_zero_and_keeps_the_order() {
        Property.seeded(4).holds(100, random -> {
            double[] rewards = random.doubles(1 + random.nextInt(40)).toArray();
            double[] advantages = GroupRelativeAdvantage.of(rewards);
            assertThat(Arrays.stream(advantages).sum()).isCloseTo(0, within(1e-12));
            for (int i = 1; i < rewards.length; i++) {
                assertThat(advantages[i] - advantages[i - 1]).isCloseTo(rewards[i] - rewards[i - 1], within(1e-12));
            }
        });
    }
}
