package zeroone.server.inference;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Draws ids that nobody can guess. */
public record Identifiers(RandomGenerator random) {
    private static final int BYTES = 16;

    /** @param prefix for example {@code resp} */
    public String next(String prefix) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return prefix + "_" + HexFormat.of().formatHex(bytes);
    }
}
