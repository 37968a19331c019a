package zeroone.server.jobs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Reads the events of a job from its log, whichever server writes it. While the store is gone, nothing comes. */
final class LoggedEvents implements JobEvents {
    /** How soon what another server wrote is seen. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private static final int ENTRIES_AT_ONCE = 64;

    private final JobStore store;
    private final CommitSignal signal;
    private final String tenant;
    private final String id;
    private final Queue<JobEvent> events = new ArrayDeque<>();
    private long after;
    private long nextEntry;
    private boolean done;
    private boolean closed;

    LoggedEvents(JobStore store, CommitSignal signal, String tenant, String id, long after) {
        this.store = store;
        this.signal = signal;
        this.tenant = tenant;
        this.id = id;
        this.after = after;
        signal.watch(id);
    }

    @Override
    public Optional<JobEvent> poll(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (events.isEmpty() && !done && !closed) {
            long seen = signal.changes(id);
            if (read()) {
                continue;
            }
            long left = until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            signal.await(id, seen, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
        }
        return Optional.ofNullable(events.poll());
    }

    /** Whether something was read, or there is nothing more to read. */
    private boolean read() {
        try {
            List<LogEntry> entries = store.events(tenant, id, nextEntry, after, ENTRIES_AT_ONCE);
            for (LogEntry entry : entries) {
                entry.events().stream()
                        .filter(event -> event.sequence() > after)
                        .forEach(events::add);
                after = Math.max(after, entry.lastSequence());
                nextEntry = entry.number() + 1;
            }
            if (entries.isEmpty()) {
                Optional<JobStore.Position> position = store.position(tenant, id);
                done = position.isEmpty()
                        || position.get().terminal() && position.get().lastSequence() <= after;
            }
            return done || !entries.isEmpty();
        } catch (StoreUnavailableException gone) {
            return false;
        }
    }

    @Override
    public boolean done() {
        return done && events.isEmpty();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            events.clear();
            signal.unwatch(id);
        }
    }
}
