package zeroone.server.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Times one request: waiting, thinking, answering. Belongs to the thread that reads its tokens. */
public final class RequestTimer {
    private static final double NANOS = 1e9;

    private final Metrics metrics;
    private final String model;
    private final LongSupplier nanoTime;
    private final long begun;
    private final Map<Integer, Long> latest = new HashMap<>();
    private final Set<Integer> answering = new HashSet<>();
    private long first;

    /** Begins to wait. */
    public RequestTimer(Metrics metrics, String model, LongSupplier nanoTime) {
        this.metrics = metrics;
        this.model = model;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        metrics.waiting(model, 1);
    }

    public void token(int sample, boolean ofAnswer) {
        long now = nanoTime.getAsLong();
        if (latest.isEmpty()) {
            first = now;
            metrics.waiting(model, -1);
            metrics.running(model, 1);
            metrics.firstToken(model, (now - begun) / NANOS);
        }
        Long before = latest.put(sample, now);
        if (before != null) {
            metrics.betweenTokens(model, (now - before) / NANOS);
        }
        if (ofAnswer && answering.add(sample)) {
            metrics.thought(model, (now - first) / NANOS);
        }
    }

    /** It is over, whatever came of it. */
    public void end() {
        if (latest.isEmpty()) {
            metrics.waiting(model, -1);
        } else {
            metrics.running(model, -1);
            metrics.endToEnd(model, (nanoTime.getAsLong() - begun) / NANOS);
        }
    }
}
