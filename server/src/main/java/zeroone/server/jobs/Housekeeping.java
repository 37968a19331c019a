package zeroone.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Takes jobs from owners that are gone, and forgets old ones. Whether an owner is gone is seen by a clock of our own: its
 * heart did not beat for the length of a lease while we watched. So clocks of servers need not agree, and may jump.
 */
final class Housekeeping {
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final int SWEEPS_AT_ONCE = 20;

    private record Watched(Heartbeat last, long since) {}

    private final JobStore store;
    private final JobSettings settings;
    private final LongSupplier nanoTime;
    private Map<String, Watched> others = Map.of();
    private long sweepAt;

    Housekeeping(JobStore store, JobSettings settings, LongSupplier nanoTime) {
        this.store = store;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.sweepAt = nanoTime.getAsLong();
    }

    /** @param ours jobs that run here */
    void look(Set<String> ours, Instant now) {
        long nanos = nanoTime.getAsLong();
        Map<String, Watched> seen = new HashMap<>();
        for (Heartbeat heartbeat : store.heartbeats()) {
            if (ours.contains(heartbeat.id())) {
                continue;
            }
            Watched before = others.get(heartbeat.id());
            Watched watched =
                    before != null && before.last().equals(heartbeat) ? before : new Watched(heartbeat, nanos);
            if (nanos - watched.since() >= settings.lease().toNanos()) {
                store.reclaim(heartbeat);
            } else {
                seen.put(heartbeat.id(), watched);
            }
        }
        others = seen;
        if (nanos - sweepAt >= 0) {
            sweepAt = nanos + SWEEP_EVERY.toNanos();
            Instant endedBefore = now.minus(settings.retention());
            for (int s = 0; s < SWEEPS_AT_ONCE && store.sweep(endedBefore) > 0; s++) {
                // more to forget
            }
        }
    }
}
