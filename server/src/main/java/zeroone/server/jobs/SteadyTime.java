package zeroone.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day without jumps: it runs with the monotonic clock, and moves towards the wall clock by at most a tenth of
 * the time that passes. A clock that is set wrong, or right, in the middle of a thought neither ends nor deletes anything.
 */
final class SteadyTime implements InstantSource {
    private static final int SLEW = 10;

    private final InstantSource wall;
    private final LongSupplier nanoTime;
    private Instant now;
    private long nanos;

    SteadyTime(InstantSource wall, LongSupplier nanoTime) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.now = wall.instant();
        this.nanos = nanoTime.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        long read = nanoTime.getAsLong();
        Duration passed = Duration.ofNanos(Math.max(0, read - nanos));
        nanos = read;
        now = now.plus(passed);
        Duration most = passed.dividedBy(SLEW);
        Duration error = Duration.between(now, wall.instant());
        if (error.compareTo(most) > 0) {
            error = most;
        } else if (error.compareTo(most.negated()) < 0) {
            error = most.negated();
        }
        now = now.plus(error);
        return now;
    }
}
