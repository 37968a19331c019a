package zeroone.server.thought;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.testkit.Property;

class ThoughtCipherTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CipherKeys.Key OLD = new CipherKeys.Key(1, new byte[32]);
    private static final CipherKeys.Key NEW = new CipherKeys.Key(2, new byte[32]);
    private static final SealedThought.Owner OWNER = new SealedThought.Owner("key", "tenant", "model");
    private static final int[] THOUGHT = {5, 70_000, 0};

    private static SealedThought sealer(Instant now, CipherKeys.Key... keys) {
        return new SealedThought(
                new ThoughtCipher(new CipherKeys(List.of(keys)), Clock.fixed(now, ZoneOffset.UTC), new SecureRandom()),
                Duration.ofHours(1));
    }

    @Test
    void a_thought_opens_for_its_owner() {
        SealedThought sealer = sealer(NOW, OLD);
        assertThat(sealer.open(sealer.seal(THOUGHT, OWNER), OWNER)).isEqualTo(THOUGHT);
        assertThat(sealer.seal(THOUGHT, OWNER)).as("a nonce each").isNotEqualTo(sealer.seal(THOUGHT, OWNER));
    }

    @Test
    void another_key_tenant_or_model_opens_nothing() {
        SealedThought sealer = sealer(NOW, OLD);
        String sealed = sealer.seal(THOUGHT, OWNER);
        for (SealedThought.Owner other : List.of(
                new SealedThought.Owner("kez", "tenant", "model"),
                new SealedThought.Owner("key", "tenanu", "model"),
                new SealedThought.Owner("key", "tenant", "modem"),
                new SealedThought.Owner("keyt", "enant", "model"))) {
            assertThatThrownBy(() -> sealer.open(sealed, other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void every_changed_bit_is_noticed() {
        ThoughtCipher cipher = sealer(NOW, OLD).cipher();
        byte[] sealed = cipher.seal(new byte[] {1, 2, 3}, "here");
        Property.seeded(3).holds(200, random -> {
            byte[] changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> cipher.open(changed, "here")).isInstanceOf(IllegalArgumentException.class);
        });
        assertThatThrownBy(() -> cipher.open(sealed, "there")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_has_expired_does_not_open() {
        String sealed = sealer(NOW, OLD).seal(THOUGHT, OWNER);
        assertThat(sealer(NOW.plus(Duration.ofMinutes(59)), OLD).open(sealed, OWNER))
                .isEqualTo(THOUGHT);
        assertThatThrownBy(() -> sealer(NOW.plus(Duration.ofMinutes(61)), OLD).open(sealed, OWNER))
                .hasMessageContaining("expired");
    }

    @Test
    void after_a_rotation_old_seals_open_until_their_key_is_taken_away() {
        String sealed = sealer(NOW, OLD).seal(THOUGHT, OWNER);
        assertThat(sealer(NOW, NEW, OLD).open(sealed, OWNER)).isEqualTo(THOUGHT);
        assertThatThrownBy(() -> sealer(NOW, NEW).open(sealed, OWNER)).hasMessageContaining("gone");
    }

    @Test
    void keys_are_made_kept_and_rotated_in_a_file_of_their_own(@TempDir Path directory) throws IOException {
        CipherKeyFile file = new CipherKeyFile(directory.resolve("seals.json"), new SecureRandom());
        CipherKeys first = file.read();
        assertThat(file.read()).isEqualTo(first);
        assertThat(file.rotate().keys()).hasSize(2).endsWith(first.keys().getFirst());
        assertThat(Files.getPosixFilePermissions(file.path())).hasSize(2);
        assertThat(first.toString()).doesNotContain(Files.readString(file.path()));
    }
}
