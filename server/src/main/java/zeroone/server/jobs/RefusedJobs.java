package zeroone.server.jobs;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Jobs of which a client was told that they could not be added, although they may have been: it asks again, and two must not
 * run. Knows the newest ones only, so that a store that is gone for long costs no memory. Thread-safe.
 */
final class RefusedJobs {
    private static final int MOST = 1000;
    private static final int FORGOTTEN_AT_ONCE = 100;

    private record Refused(String tenant, String id) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Refused> jobs = new ArrayDeque<>();

    void add(JobRequest job) {
        lock.lock();
        try {
            if (jobs.size() == MOST) {
                jobs.remove();
            }
            jobs.add(new Refused(job.tenant(), job.id()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes some of them out of the store. To be called by one thread.
     *
     * @throws StoreUnavailableException if that cannot be done yet
     */
    void forget(JobStore store) {
        for (int i = 0; i < FORGOTTEN_AT_ONCE; i++) {
            Refused next;
            lock.lock();
            try {
                next = jobs.peek();
            } finally {
                lock.unlock();
            }
            if (next == null) {
                return;
            }
            store.delete(next.tenant(), next.id());
            lock.lock();
            try {
                jobs.remove(next);
            } finally {
                lock.unlock();
            }
        }
    }
}
