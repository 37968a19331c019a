package zeroone.cli.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import zeroone.text.CounterRandom;

class DurationTextTest {
    @Test
    void durations_are_read_as_people_write_them() {
        assertThat(DurationText.parse("90s")).contains(Duration.ofSeconds(90));
        assertThat(DurationText.parse("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(DurationText.parse("2 d")).contains(Duration.ofDays(2));
        assertThat(DurationText.parse("1d12h")).contains(Duration.ofHours(36));
        assertThat(DurationText.parse("250ms")).contains(Duration.ofMillis(250));
        assertThat(DurationText.parse("0.5s")).contains(Duration.ofMillis(500));
    }

    @Test
    void anything_else_is_no_duration() {
        for (String text :
                new String[] {"", " ", "90", "s", "90x", "m90", "1m1h", "9999999999999999999s", "ms", "1h30"}) {
            assertThat(DurationText.parse(text)).as("'%s'", text).isEmpty();
        }
    }

    @Test
    void written_durations_read_back_as_themselves() {
        for (long seed = 0; seed < 500; seed++) {
            RandomGenerator random = CounterRandom.of(seed).sequence();
            Duration duration = Duration.ofSeconds(
                    random.nextLong(1_000_000), random.nextBoolean() ? 0 : random.nextInt(1000) * 1_000_000L);
            assertThat(DurationText.parse(DurationText.of(duration)))
                    .as("seed %d", seed)
                    .contains(duration);
        }
        assertThat(DurationText.parse(DurationText.of(Duration.ZERO))).contains(Duration.ZERO);
    }
}
