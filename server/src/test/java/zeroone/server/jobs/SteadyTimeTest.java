package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private Instant wall = NOON;
    private long nanos = 17;
    private final SteadyTime time = new SteadyTime(() -> wall, () -> nanos);

    @Test
    void runs_with_the_wall_clock_while_that_runs() {
        pass(Duration.ofHours(5));
        assertThat(time.instant()).isEqualTo(NOON.plus(Duration.ofHours(5)));
    }

    @Test
    void a_jump_is_followed_by_a_tenth_of_the_time_that_passes() {
        wall = NOON.plus(Duration.ofDays(1));
        assertThat(time.instant()).isEqualTo(NOON);
        pass(Duration.ofMinutes(10));
        assertThat(time.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(11)));
        wall = NOON.minus(Duration.ofDays(1));
        pass(Duration.ofMinutes(10));
        assertThat(time.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
    }

    @Test
    void never_goes_back() {
        wall = NOON.minus(Duration.ofDays(365));
        Instant before = time.instant();
        for (int i = 0; i < 1000; i++) {
            pass(Duration.ofMillis(i));
            Instant now = time.instant();
            assertThat(now).isAfterOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void a_small_error_is_gone_soon() {
        wall = NOON.plusSeconds(1);
        pass(Duration.ofSeconds(10));
        assertThat(time.instant()).isEqualTo(wall);
    }

    private void pass(Duration duration) {
        wall = wall.plus(duration);
        nanos += duration.toNanos();
    }
}
