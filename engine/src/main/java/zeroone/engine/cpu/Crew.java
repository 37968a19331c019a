package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that do every part of a step together and meet at barriers in between. A step has a hundred barriers, a few
 * microseconds apart, so those who wait spin; between steps they soon sleep. The thread that calls {@link #run} is one of
 * the crew, and only one thread may call it at a time.
 */
public final class Crew implements AutoCloseable {
    private static final int SPINS_BEFORE_YIELD = 4_000;
    private static final int YIELDS_BEFORE_SLEEP = 200;

    private final int size;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong arrived = new AtomicLong(); // at barriers, ever
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>(); // of the present shift
    private final AtomicLong shift = new AtomicLong(); // counts calls of run
    private final AtomicLong done = new AtomicLong(); // members who finished a shift, ever
    private volatile Work work = (_, _) -> {};
    private volatile boolean closed;

    /** What each member does; {@code member} counts from 0. */
    @FunctionalInterface
    public interface Work {
        void run(int member, Crew crew);
    }

    /** Thrown at a barrier to the members who wait for one that failed. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("another member of the crew failed", null, false, false);
        }
    }

    public Crew(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a crew needs at least one member: " + size);
        }
        this.size = size;
        for (int member = 1; member < size; member++) {
            int own = member;
            threads.add(Thread.ofPlatform().daemon().name("crew-" + member).start(() -> serve(own)));
        }
    }

    public int size() {
        return size;
    }

    /** Has every member do the work and returns when all are done; throws what one of them threw. */
    public void run(Work each) {
        if (closed) {
            throw new IllegalStateException("the crew is closed");
        }
        work = each;
        shift.incrementAndGet();
        threads.forEach(LockSupport::unpark);
        take(0, each);
        awaitDone();
        if (!failures.isEmpty()) {
            Throwable first = failures.remove();
            failures.clear();
            arrived.set(0);
            throw first instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("a member of the crew failed: " + first, first);
        }
    }

    private void awaitDone() {
        long target = shift.get() * (size - 1);
        for (int spins = 0; done.get() < target; spins++) {
            pause(spins);
        }
    }

    private void serve(int member) {
        long last = 0;
        while (!closed) {
            int waits = 0;
            while (shift.get() == last && !closed) {
                if (waits < SPINS_BEFORE_YIELD + YIELDS_BEFORE_SLEEP) {
                    pause(waits++);
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            last++;
            take(member, work);
            done.incrementAndGet();
        }
    }

    private void take(int member, Work each) {
        try {
            each.run(member, this);
        } catch (Abandoned stopped) {
            return;
        } catch (Throwable thrown) {
            failures.add(thrown);
        }
    }

    /** Waits until every member has come here. */
    public void barrier() {
        if (size == 1) {
            return;
        }
        long ticket = arrived.getAndIncrement();
        long target = (ticket / size + 1) * size;
        for (int spins = 0; arrived.get() < target; spins++) {
            if (!failures.isEmpty()) {
                throw new Abandoned();
            }
            pause(spins);
        }
    }

    /** Yields after a while, because on a busy machine the one that is waited for may need this very core. */
    private static void pause(int spins) {
        if (spins < SPINS_BEFORE_YIELD) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(LockSupport::unpark);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
