package zeroone.server.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells readers of a job that this server wrote something of it. Thread-safe. */
final class CommitSignal {
    private static final class Watched {
        private final Condition changed;
        private int watchers;
        private long changes;

        Watched(Condition changed) {
            this.changed = changed;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Watched> jobs = new HashMap<>();

    void watch(String id) {
        lock.lock();
        try {
            jobs.computeIfAbsent(id, _ -> new Watched(lock.newCondition())).watchers++;
        } finally {
            lock.unlock();
        }
    }

    void unwatch(String id) {
        lock.lock();
        try {
            Watched watched = jobs.get(id);
            if (watched != null && --watched.watchers == 0) {
                jobs.remove(id);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How often a watched job changed. */
    long changes(String id) {
        lock.lock();
        try {
            Watched watched = jobs.get(id);
            return watched == null ? 0 : watched.changes;
        } finally {
            lock.unlock();
        }
    }

    void changed(String id) {
        lock.lock();
        try {
            Watched watched = jobs.get(id);
            if (watched != null) {
                watched.changes++;
                watched.changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a watched job changed more often than this, for at most so long. */
    void await(String id, long changes, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            Watched watched = jobs.get(id);
            while (watched != null && watched.changes <= changes && left > 0) {
                left = watched.changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
