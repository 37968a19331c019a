package zeroone.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptsTest {
    private final Screen screen = new Screen();
    private final AtomicInteger quits = new AtomicInteger();
    private final AtomicInteger restored = new AtomicInteger();
    private final Interrupts interrupts =
            new Interrupts(screen.out(), quits::incrementAndGet, restored::incrementAndGet);

    @Test
    void the_first_interrupt_asks_the_loop_to_stop_and_says_so() {
        assertThat(interrupts.stopRequested()).isFalse();

        interrupts.interrupt();

        assertThat(interrupts.stopRequested()).isTrue();
        assertThat(screen.take()).contains("stopping after this step, press again to quit");
        assertThat(quits).hasValue(0);
    }

    @Test
    void the_second_interrupt_quits() {
        interrupts.interrupt();
        interrupts.interrupt();

        assertThat(quits).hasValue(1);
    }

    @Test
    void a_termination_waits_until_the_loop_has_stopped() throws InterruptedException {
        Thread terminating = Thread.ofPlatform().start(() -> interrupts.terminate(Duration.ofMinutes(1)));
        while (!interrupts.stopRequested()) {
            Thread.onSpinWait();
        }

        interrupts.close();

        terminating.join(Duration.ofSeconds(30));
        assertThat(terminating.isAlive()).isFalse();
        assertThat(screen.take()).isEmpty();
    }

    @Test
    void a_termination_gives_up_after_the_grace_time_and_says_so() {
        interrupts.terminate(Duration.ZERO);

        assertThat(interrupts.stopRequested()).isTrue();
        assertThat(screen.take()).contains("did not end within 0 s");
    }

    @Test
    void closing_gives_ctrl_c_its_usual_meaning_back() {
        interrupts.close();

        assertThat(restored).hasValue(1);
    }
}
