package zeroone.server.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void one_reader_gets_tokens_as_they_come_and_many_share_their_wakenings() {
        assertThat(new Pace(() -> 0).rest()).isZero();
        assertThat(new Pace(() -> 1).rest()).isLessThan(Duration.ofMillis(1));
        assertThat(new Pace(() -> 100).rest()).isEqualTo(Duration.ofMillis(50));
        assertThat(new Pace(() -> 100_000).rest()).isEqualTo(Pace.LONGEST);
    }
}
