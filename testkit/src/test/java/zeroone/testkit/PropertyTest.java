package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTest {
    @Test
    void a_failure_names_seed_and_case_and_can_be_replayed_alone() {
        List<Long> drawn = new ArrayList<>();
        Property property = Property.seeded(42);
        assertThatThrownBy(() -> property.holds(100, random -> {
                    drawn.add(random.nextLong());
                    assertThat(drawn).hasSizeLessThan(8);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("case 7 of seed 42 fails; replay it with Property.seeded(42L).replay(7, …)");
        property.replay(7, random -> assertThat(random.nextLong()).isEqualTo(drawn.getLast()));
    }

    @Test
    void an_exception_is_a_failure_too() {
        assertThatThrownBy(() -> Property.seeded(1).holds(1, random -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("disk full");
    }

    @Test
    void every_case_is_checked() {
        List<Long> drawn = new ArrayList<>();
        Property.seeded(3).holds(50, random -> drawn.add(random.nextLong()));
        assertThat(drawn).hasSize(50).doesNotHaveDuplicates();
    }
}
