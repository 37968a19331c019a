package zeroone.server.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that can be gone, or do its work and lose the connection before it says so. */
final class FaultyStore implements JobStore {
    enum Fault {
        NONE,
        GONE,
        DONE_BUT_NOT_SAID,
        BROKEN
    }

    private final JobStore store;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    FaultyStore(JobStore store) {
        this.store = store;
    }

    void become(Fault next) {
        fault = next;
    }

    /** How often it failed so far. */
    int failures() {
        return failures.get();
    }

    private <T> T faulty(Supplier<T> work) {
        Fault now = fault;
        if (now == Fault.GONE) {
            failures.incrementAndGet();
            throw new StoreUnavailableException("gone", new IllegalStateException("as the test wants"));
        }
        if (now == Fault.BROKEN) {
            failures.incrementAndGet();
            throw new StackOverflowError("as the test wants");
        }
        T result = work.get();
        if (now == Fault.DONE_BUT_NOT_SAID) {
            failures.incrementAndGet();
            throw new StoreUnavailableException("cut off", new IllegalStateException("as the test wants"));
        }
        return result;
    }

    @Override
    public void add(JobRequest request, LogEntry first, int queuedAtMost, int queuedOfTenantAtMost) {
        faulty(() -> {
            store.add(request, first, queuedAtMost, queuedOfTenantAtMost);
            return true;
        });
    }

    @Override
    public Optional<StoredJob> find(String tenant, String id) {
        return faulty(() -> store.find(tenant, id));
    }

    @Override
    public Optional<Position> position(String tenant, String id) {
        return faulty(() -> store.position(tenant, id));
    }

    @Override
    public List<LogEntry> log(JobRequest job, long fromNumber, int atMost) {
        return faulty(() -> store.log(job, fromNumber, atMost));
    }

    @Override
    public List<LogEntry> events(String tenant, String id, long fromNumber, long afterSequence, int atMost) {
        return faulty(() -> store.events(tenant, id, fromNumber, afterSequence, atMost));
    }

    @Override
    public Optional<Lease> claim(String owner, Set<String> models, int runningOfTenantAtMost, Instant now) {
        return faulty(() -> store.claim(owner, models, runningOfTenantAtMost, now));
    }

    @Override
    public Optional<Lease> claimExpired(String owner, Set<String> models, Instant now) {
        return faulty(() -> store.claimExpired(owner, models, now));
    }

    @Override
    public Optional<Lease> seize(String owner, String tenant, String id) {
        return faulty(() -> store.seize(owner, tenant, id));
    }

    @Override
    public List<Receipt> append(List<Checkpoint> checkpoints, Instant now) {
        return faulty(() -> store.append(checkpoints, now));
    }

    @Override
    public void release(Lease lease, int attempts, Instant notBefore) {
        faulty(() -> {
            store.release(lease, attempts, notBefore);
            return true;
        });
    }

    @Override
    public List<Heartbeat> heartbeats() {
        return faulty(store::heartbeats);
    }

    @Override
    public boolean reclaim(Heartbeat last) {
        return faulty(() -> store.reclaim(last));
    }

    @Override
    public boolean requestAnswer(String tenant, String id) {
        return faulty(() -> store.requestAnswer(tenant, id));
    }

    @Override
    public boolean requestCancel(String tenant, String id) {
        return faulty(() -> store.requestCancel(tenant, id));
    }

    @Override
    public boolean delete(String tenant, String id) {
        return faulty(() -> store.delete(tenant, id));
    }

    @Override
    public int sweep(Instant endedBefore) {
        return faulty(() -> store.sweep(endedBefore));
    }
}
