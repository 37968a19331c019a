package zeroone.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final Screen screen = new Screen();
    private Instant now = Instant.EPOCH;

    @Test
    void on_a_terminal_the_line_is_rewritten_in_place_and_clipped_by_the_terminal() {
        var line = new ProgressLine(screen.interactive(), "Training", "steps", 40, () -> now);

        pass(Duration.ofSeconds(4));
        line.update(2, "reward 0.31");

        assertThat(screen.take())
                .isEqualTo("\r\033[2K\033[?7lTraining 2/40 steps  2.0 s each  1:16 min left  reward 0.31\033[?7h");
    }

    @Test
    void a_fast_loop_redraws_ten_times_a_second_at_most_but_always_shows_the_end() {
        var line = new ProgressLine(screen.interactive(), "Reading", "tokens", 1000, () -> now);
        line.update(1, "");
        screen.take();

        pass(Duration.ofMillis(99));
        line.update(500, "");
        assertThat(screen.take()).isEmpty();

        pass(Duration.ofMillis(1));
        line.update(501, "");
        assertThat(screen.take()).contains("501/1,000");

        line.update(1000, "");
        assertThat(screen.take()).contains("1,000/1,000");
    }

    @Test
    void elsewhere_whole_lines_are_written_now_and_then_without_control_sequences() {
        var line = new ProgressLine(screen.plain(), "Reading", "tokens", 1000, () -> now);

        for (int second = 1; second <= 30; second++) {
            pass(Duration.ofSeconds(1));
            line.update(second * 20L, "");
        }
        line.close();

        assertThat(screen.take().lines())
                .containsExactly(
                        "Reading 300/1,000 tokens  20 tokens/s  35 s left",
                        "Reading 600/1,000 tokens  20 tokens/s  20 s left");
    }

    @Test
    void the_rate_is_that_of_the_last_minute() {
        var line = new ProgressLine(screen.plain(), "Training", "steps", 100_000, () -> now);
        for (int second = 1; second <= 200; second++) {
            pass(Duration.ofSeconds(1));
            line.update(second * 100L, "");
        }
        for (int second = 1; second <= 120; second++) {
            pass(Duration.ofSeconds(1));
            line.update(20_000 + second, "");
        }

        assertThat(screen.take().lines().toList().getLast()).contains("1.0 steps/s");
    }

    @Test
    void a_line_that_stays_is_written_above_the_progress() {
        var line = new ProgressLine(screen.interactive(), "Training", "steps", 40, () -> now);
        line.update(1, "");
        screen.take();

        line.println("step 1 accuracy 25 %");

        assertThat(screen.take())
                .isEqualTo("\r\033[2Kstep 1 accuracy 25 %" + System.lineSeparator()
                        + "\r\033[2K\033[?7lTraining 1/40 steps\033[?7h");
    }

    @Test
    void closing_takes_the_line_away() {
        var line = new ProgressLine(screen.interactive(), "Training", "steps", 40, () -> now);
        line.update(1, "");
        screen.take();

        line.close();
        line.close();

        assertThat(screen.take()).isEqualTo("\r\033[2K");
    }

    @Test
    void times_are_told_in_the_unit_that_fits() {
        assertThat(ProgressLine.time(0)).isEqualTo("0 s");
        assertThat(ProgressLine.time(59)).isEqualTo("59 s");
        assertThat(ProgressLine.time(187)).isEqualTo("3:07 min");
        assertThat(ProgressLine.time(7500)).isEqualTo("2:05 h");
    }

    @Test
    void there_is_no_progress_towards_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProgressLine(screen.plain(), "x", "steps", 0, () -> now))
                .withMessageContaining("0");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
