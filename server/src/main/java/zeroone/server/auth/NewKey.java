package zeroone.server.auth;

import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A key that was just made: the only moment at which its text is known.
 *
 * @param text {@code zo-<id>-<secret>}, for the client
 */
public record NewKey(String id, String text, SecretHash secret) {
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** @param random must be cryptographically strong: a {@link java.security.SecureRandom} */
    public static NewKey draw(RandomGenerator random) {
        String id = HexFormat.of().formatHex(bytes(random, ID_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, SECRET_BYTES));
        return new NewKey(id, "zo-" + id + "-" + secret, SecretHash.of(secret, bytes(random, SALT_BYTES)));
    }

    private static byte[] bytes(RandomGenerator random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "NewKey[" + id + "]";
    }
}
