package zeroone.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a secret is recognised by: HMAC-SHA-256 under a salt of its own. Secrets are 256 random bits, so that a fast hash
 * gives nobody who finds it anything to guess at, and every request can afford one.
 *
 * @param salt hexadecimal
 * @param hash hexadecimal
 */
public record SecretHash(String salt, String hash) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{64}");

    public SecretHash {
        if (!HEX.matcher(salt).matches() || !HEX.matcher(hash).matches()) {
            throw new IllegalArgumentException("salt and hash of a key are 32 or 64 hexadecimal digits");
        }
    }

    static SecretHash of(String secret, byte[] salt) {
        return new SecretHash(HexFormat.of().formatHex(salt), HexFormat.of().formatHex(mac(secret, salt)));
    }

    /** Compares in a time that does not depend on where the first difference is. */
    boolean matches(String secret) {
        return MessageDigest.isEqual(
                HexFormat.of().parseHex(hash), mac(secret, HexFormat.of().parseHex(salt)));
    }

    private static byte[] mac(String secret, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "SecretHash[…]";
    }
}
