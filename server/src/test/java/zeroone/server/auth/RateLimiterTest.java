package zeroone.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import zeroone.server.http.ApiException;
import zeroone.server.thought.ThoughtVisibility;

class RateLimiterTest {
    private final AtomicLong time = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(time::get);
    private final Caller caller =
            new Caller("key", "tenant", Set.of(), ThoughtVisibility.HIDDEN, false, new RateLimit(0, 60));

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private void assertRefused() {
        assertThatThrownBy(() -> limiter.admit(caller))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("60 tokens a minute");
    }

    @Test
    void what_a_reply_cost_is_waited_for_however_much_it_was() {
        limiter.admit(caller);
        limiter.spend("key", 300);
        pass(Duration.ofMinutes(4));
        assertRefused();
        pass(Duration.ofSeconds(2));
        assertThat(limiter.admit(caller)).containsEntry("x-ratelimit-remaining-tokens", "2");
    }

    @Test
    void a_job_of_hours_leaves_its_key_owing_a_minute() {
        limiter.admit(caller);
        for (int checkpoints = 0; checkpoints < 1000; checkpoints++) {
            limiter.spendInBackground("key", 300);
        }
        pass(Duration.ofSeconds(60));
        assertRefused();
        pass(Duration.ofSeconds(2));
        limiter.admit(caller);
    }

    @Test
    void a_job_does_not_pay_back_what_replies_owe() {
        limiter.admit(caller);
        limiter.spend("key", 300);
        limiter.spendInBackground("key", 1);
        pass(Duration.ofMinutes(4));
        assertRefused();
    }

    @Test
    void a_key_that_has_not_asked_yet_owes_nothing() {
        limiter.spendInBackground("key", 300);
        limiter.spend("key", 300);
        assertThat(limiter.admit(caller)).containsEntry("x-ratelimit-remaining-tokens", "60");
    }
}
