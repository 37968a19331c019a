package zeroone.cli.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * What came of many requests.
 *
 * @param cancelled completions that were cancelled, as was wished
 * @param forked samples that were branched
 * @param failed completions that ended with an error
 * @param firstError the first of these errors; empty if there was none
 * @param warmBytes in memory after the first half of the requests
 * @param endBytes in memory after all of them
 */
public record SoakResult(
        int requests, int cancelled, int forked, int failed, String firstError, long warmBytes, long endBytes) {
    /** Kernels are compiled for rare shapes, and Java's heap settles, after the first half, too. */
    private static final long GROWTH_ALLOWED = 32_000_000;

    private static final int SHARE_ALLOWED = 20; // a twentieth of what there is, if that is more

    /** What memory may grow by in the second half. */
    long allowed() {
        return Math.max(GROWTH_ALLOWED, warmBytes / SHARE_ALLOWED);
    }

    /** Why this is not as it must be; empty if it is. */
    public Optional<String> failure() {
        if (failed > 0) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%,d completions of %,d requests ended with an error, which none may; the first: %s",
                    failed,
                    requests,
                    firstError));
        }
        if (endBytes - warmBytes > allowed()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "memory grew by %,.1f MB, from %,.1f MB after the first half of %,d requests to %,.1f MB after all; %,.1f"
                            + " MB are allowed, so something is kept of each request",
                    (endBytes - warmBytes) / 1e6,
                    warmBytes / 1e6,
                    requests,
                    endBytes / 1e6,
                    allowed() / 1e6));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d requests, %,d cancelled, %,d forked, %,d failed; %,.1f MB resident after the first half, %,.1f MB after"
                        + " all",
                requests,
                cancelled,
                forked,
                failed,
                warmBytes / 1e6,
                endBytes / 1e6);
    }
}
