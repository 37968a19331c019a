package zeroone.server.thought;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import zeroone.server.jobs.CheckpointCipher;

/**
 * AES-256-GCM over what is kept of thoughts outside the server's memory. Sealed bytes are: version (1 byte), id of the key
 * (8), when they expire in seconds since 1970 (8), nonce (12), ciphertext with tag (16 more than the plain bytes). All of
 * the head and the context are authenticated. Thread-safe.
 *
 * @param random cryptographically strong: a nonce must never come twice
 */
public record ThoughtCipher(CipherKeys keys, Clock clock, RandomGenerator random) implements CheckpointCipher {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + 8 + 8;
    private static final long NEVER = Long.MAX_VALUE;

    public ThoughtCipher {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(random, "random");
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        return seal(plain, context, NEVER);
    }

    /** Seals what opens only for some time. */
    public byte[] seal(byte[] plain, String context, Duration lifetime) {
        return seal(plain, context, clock.instant().plus(lifetime).getEpochSecond());
    }

    private byte[] seal(byte[] plain, String context, long expires) {
        CipherKeys.Key key = keys.keys().getFirst();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(VERSION)
                .putLong(key.id())
                .putLong(expires)
                .array();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, head, nonce, plain, context);
        return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + sealed.length)
                .put(head)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        return open(sealed, context, false);
    }

    /** As {@link #open}, but also what has expired since: for what was taken in while it had not. */
    byte[] openLate(byte[] sealed, String context) {
        return open(sealed, context, true);
    }

    private byte[] open(byte[] sealed, String context, boolean late) {
        if (sealed.length < HEAD_BYTES + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new IllegalArgumentException("this was not sealed here");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, HEAD_BYTES - 1);
        long id = buffer.getLong();
        long expires = buffer.getLong();
        CipherKeys.Key key = keys.keys().stream()
                .filter(known -> known.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the key that sealed this is gone"));
        byte[] head = Arrays.copyOf(sealed, HEAD_BYTES);
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, HEAD_BYTES + NONCE_BYTES, sealed.length);
        byte[] plain = run(Cipher.DECRYPT_MODE, key, head, nonce, rest, context);
        if (!late && expires != NEVER && clock.instant().isAfter(Instant.ofEpochSecond(expires))) {
            throw new IllegalArgumentException("this has expired");
        }
        return plain;
    }

    private static byte[] run(int mode, CipherKeys.Key key, byte[] head, byte[] nonce, byte[] text, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head);
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            if (mode == Cipher.DECRYPT_MODE) {
                throw new IllegalArgumentException("this was changed, or belongs to somebody else", e);
            }
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }
}
