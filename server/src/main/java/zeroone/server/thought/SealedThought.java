package zeroone.server.thought;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;

/**
 * Thoughts as {@code encrypted_content}: the tokens, sealed for one key, tenant and model.
 *
 * @param lifetime how long a client may come back with one
 */
public record SealedThought(ThoughtCipher cipher, Duration lifetime) {
    public SealedThought {
        Objects.requireNonNull(cipher, "cipher");
        if (!lifetime.isPositive()) {
            throw new IllegalArgumentException("a sealed thought must live for some time: " + lifetime);
        }
    }

    /** Whose thought it is. */
    public record Owner(String key, String tenant, String model) {
        private String context() {
            // Lengths keep two owners apart whose names run into each other.
            return "thought:" + key.length() + ":" + key + tenant.length() + ":" + tenant + model;
        }
    }

    public String seal(int[] tokens, Owner owner) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * tokens.length);
        for (int token : tokens) {
            bytes.putInt(token);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cipher.seal(bytes.array(), owner.context(), lifetime));
    }

    /**
     * The tokens of a thought that was sealed for this owner.
     *
     * @throws IllegalArgumentException if it was not, or was changed, or has expired
     */
    public int[] open(String text, Owner owner) {
        return tokens(cipher.open(bytes(text), owner.context()));
    }

    /** As {@link #open}, also where it has expired since it was accepted. */
    public int[] openAccepted(String text, Owner owner) {
        return tokens(cipher.openLate(bytes(text), owner.context()));
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this was not sealed here", e);
        }
    }

    private static int[] tokens(byte[] opened) {
        ByteBuffer bytes = ByteBuffer.wrap(opened);
        int[] tokens = new int[bytes.remaining() / 4];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = bytes.getInt();
        }
        return tokens;
    }
}
