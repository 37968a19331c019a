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
    private static final int SHORTEST_ALONE = 16;
    private static final int LONGEST_ALONE = 1_024;

    /** Waking up takes less; to be worth a change, a wait must be longer. */
    private static final long NOTABLE_WAIT_NANOS = 1_000_000;

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
    private int alone; // shifts to come that the caller does without the others
    private int aloneNext; // how many it will be next time

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
        if (size == 1 || alone > 0) {
            alone = Math.max(0, alone - 1);
            runAlone(stages, work);
            return;
        }
        long start = System.nanoTime();
        waited = 0;
        runTogether(new Shift(stages, work));
        long worked = System.nanoTime() - start - waited;
        if (waited > NOTABLE_WAIT_NANOS && waited > (size - 1) * worked) {
            aloneNext = Math.clamp(2L * aloneNext, SHORTEST_ALONE, LONGEST_ALONE);
            alone = aloneNext;
        } else {
            aloneNext = 0;
        }
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
