package zeroone.server.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long nothing was sent. Not thread-safe. */
public final class Silence {
    private final long most;
    private final LongSupplier nanoTime;
    private long since;

    /** Begins now. */
    public Silence(Duration most, LongSupplier nanoTime) {
        this.most = most.toNanos();
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** Something was sent. */
    public void broken() {
        since = nanoTime.getAsLong();
    }

    /** Whether it is time for a sign of life; begins anew if so. */
    public boolean tooLong() {
        boolean over = nanoTime.getAsLong() - since >= most;
        if (over) {
            broken();
        }
        return over;
    }
}
