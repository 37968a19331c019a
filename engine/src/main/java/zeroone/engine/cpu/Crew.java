package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that do every part of a step together, stage by stage: nobody begins a stage before all have ended the one
 * before. A step has a hundred stages, a few microseconds long, so those who wait spin; between steps they soon sleep. The
 * thread that calls {@link #run} is one of the crew, and only one thread may call it at a time.
 *
 * <p>On a busy machine a member may lose its core in the middle of a stage, and all others wait for it, a hundred times a
 * step. So when the caller has waited longer than doing everything itself would have taken, it does the shares of all for a
 * while, and then tries again.
 */
public final class Crew implements AutoCloseable {
    private static final int SPINS_BEFORE_YIELD = 4_000;
    private static final int YIELDS_BEFORE_SLEEP = 200;

    /** A single stall says nothing; this much time is looked at together. */
    private static final long WINDOW_NANOS = 50_000_000;

    private static final long SHORTEST_ALONE_NANOS = 100_000_000;
    private static final long LONGEST_ALONE_NANOS = 3_200_000_000L;

    private final int size;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong arrived = new AtomicLong(); // at the ends of stages, ever
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>(); // of the present shift
    private final AtomicLong shift = new AtomicLong(); // counts calls of run that were shared
    private final AtomicLong done = new AtomicLong(); // members who finished a shift, ever
    private volatile Shift present = new Shift(0, (_, _) -> {});
    private volatile boolean closed;

    // Only the caller's:
    private long waited; // nanoseconds of this shift
    private long windowWaited;
    private long window; // nanoseconds of shared work that are looked at, waiting included
    private long aloneUntil = Long.MIN_VALUE; // does the shares of all until then
    private long aloneNext; // how long it will be next time, if more than the shortest

    /** What each member does in a stage; both count from 0. The same whoever does it. */
    @FunctionalInterface
    public interface Work {
        void run(int stage, int member);
    }

    private record Shift(int stages, Work work) {}

    /** Thrown at the end of a stage to the members who wait for one that failed. */
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

    /** Has every member do all stages and returns when all are done; throws what one of them threw. */
    public void run(int stages, Work work) {
        if (closed) {
            throw new IllegalStateException("the crew is closed");
        }
        long start = size == 1 ? 0 : System.nanoTime();
        if (size == 1 || start < aloneUntil) {
            runAlone(stages, work);
            return;
        }
        waited = 0;
        runTogether(new Shift(stages, work));
        account(start, System.nanoTime());
    }

    /** Decides from time to time whether the others have been worth waiting for. */
    private void account(long start, long end) {
        windowWaited += waited;
        window += end - start;
        if (window < WINDOW_NANOS) {
            return;
        }
        if (windowWaited > (size - 1) * (window - windowWaited)) {
            aloneNext = Math.clamp(2 * aloneNext, SHORTEST_ALONE_NANOS, LONGEST_ALONE_NANOS);
            aloneUntil = end + aloneNext;
        } else {
            aloneNext = 0;
        }
        window = 0;
        windowWaited = 0;
    }

    private void runAlone(int stages, Work work) {
        for (int stage = 0; stage < stages; stage++) {
            for (int member = 0; member < size; member++) {
                work.run(stage, member);
            }
        }
    }

    private void runTogether(Shift next) {
        present = next;
        shift.incrementAndGet();
        threads.forEach(LockSupport::unpark);
        take(0, next);
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
        Waiting waiting = new Waiting();
        while (done.get() < target) {
            waiting.pause();
        }
        waited += waiting.nanos();
    }

    private void serve(int member) {
        long last = 0;
        while (!closed) {
            int waits = 0;
            while (shift.get() == last && !closed) {
                if (waits++ < SPINS_BEFORE_YIELD) {
                    Thread.onSpinWait();
                } else if (waits < SPINS_BEFORE_YIELD + YIELDS_BEFORE_SLEEP) {
                    Thread.yield();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            last++;
            take(member, present);
            done.incrementAndGet();
        }
    }

    private void take(int member, Shift now) {
        try {
            for (int stage = 0; stage < now.stages(); stage++) {
                now.work().run(stage, member);
                if (stage + 1 < now.stages()) {
                    barrier(member);
                }
            }
        } catch (Abandoned stopped) {
            return;
        } catch (Throwable thrown) {
            failures.add(thrown);
        }
    }

    /** Waits until every member has come here. */
    private void barrier(int member) {
        long ticket = arrived.getAndIncrement();
        long target = (ticket / size + 1) * size;
        if (arrived.get() >= target) {
            return;
        }
        Waiting waiting = new Waiting();
        while (arrived.get() < target) {
            if (!failures.isEmpty()) {
                throw new Abandoned();
            }
            waiting.pause();
        }
        if (member == 0) {
            waited += waiting.nanos();
        }
    }

    /** Spins first, and yields after a while, as the one that is waited for may need this very core. */
    private static final class Waiting {
        private int spins;
        private long since;

        void pause() {
            if (spins++ < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
                return;
            }
            if (since == 0) {
                since = System.nanoTime();
            }
            Thread.yield();
        }

        /** How long it has been beyond the spinning. */
        long nanos() {
            return since == 0 ? 0 : System.nanoTime() - since;
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
