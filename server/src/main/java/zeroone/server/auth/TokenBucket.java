package zeroone.server.auth;

import java.time.Duration;

/** Lets {@code perMinute} through in a minute, all at once if nothing came before. Not thread-safe. */
final class TokenBucket {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private double level;
    private long at;

    TokenBucket(int perMinute, long nanos) {
        this.perMinute = perMinute;
        this.level = perMinute;
        this.at = nanos;
    }

    private void fill(long nanos) {
        level = Math.min(perMinute, level + Math.max(0, nanos - at) / NANOS_PER_MINUTE * perMinute);
        at = nanos;
    }

    /** How long until this much is there; zero if it is. */
    Duration wait(double amount, long nanos) {
        fill(nanos);
        double missing = Math.min(amount, perMinute) - level;
        return missing <= 0 ? Duration.ZERO : Duration.ofNanos((long) (missing / perMinute * NANOS_PER_MINUTE) + 1);
    }

    /** Takes it, even where that leaves less than nothing: what was generated was generated. */
    void take(double amount, long nanos) {
        fill(nanos);
        level -= amount;
    }

    /** Takes it, but not so much that it takes more than a minute until something is there again. */
    void takeSome(double amount, long nanos) {
        fill(nanos);
        level = Math.max(level - amount, Math.min(level, -perMinute));
    }

    long remaining(long nanos) {
        fill(nanos);
        return (long) Math.max(0, level);
    }

    /** How long until it is full again. */
    Duration reset(long nanos) {
        return wait(perMinute, nanos);
    }
}
