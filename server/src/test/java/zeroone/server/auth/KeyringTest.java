package zeroone.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.server.http.ApiException;
import zeroone.server.thought.ThoughtVisibility;

class KeyringTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final NewKey alice = NewKey.draw(new SecureRandom());
    private final NewKey bob = NewKey.draw(new SecureRandom());
    private Instant now = NOON;
    private KeyFile file = new KeyFile(Path.of("keys.json"));
    private Keyring keys = Keyring.of(file, Clock.systemUTC());

    @BeforeEach
    void write(@TempDir Path directory) throws IOException {
        file = new KeyFile(directory.resolve("keys.json"));
        file.write(List.of(key(alice), key(bob)));
        keys = Keyring.of(file, clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static ApiKey key(NewKey key) {
        return new ApiKey(
                key.id(),
                "name",
                "tenant",
                key.secret(),
                Set.of(),
                ThoughtVisibility.SUMMARY,
                false,
                RateLimit.NONE,
                Instant.EPOCH);
    }

    private boolean opens(NewKey key) {
        return keys.authenticate(Optional.of("Bearer " + key.text())).isPresent();
    }

    @Test
    void a_key_that_was_taken_away_opens_nothing_a_second_later() throws IOException {
        assertThat(opens(bob)).isTrue();
        file.write(List.of(key(alice)));
        now = NOON.plusSeconds(1);
        assertThat(opens(bob)).isFalse();
        assertThat(opens(alice)).isTrue();
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_a_key_alive() throws IOException {
        assertThat(opens(bob)).isTrue();
        file.write(List.of(key(alice)));
        now = NOON.minus(Duration.ofHours(5));
        assertThat(opens(bob)).isFalse();
    }

    @Test
    void a_file_that_breaks_opens_to_nobody_and_says_that_it_is_worth_to_try_again() throws IOException {
        Files.writeString(file.path(), "{\"keys\": [{\"id\": 5}]}");
        now = NOON.plusSeconds(2);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> opens(alice))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.retryAfter()).isPresent();
                    assertThat(refusal.told()).doesNotContain(file.path().toString());
                });
        file.write(List.of(key(alice)));
        now = NOON.plusSeconds(4);
        assertThat(opens(alice)).isTrue();
    }
}
