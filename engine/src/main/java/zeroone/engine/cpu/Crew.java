package zeroone.engine.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that work together, in one of two ways. {@link #run}: on every part of a step, stage by stage; nobody begins a
 * stage before all have ended the one before. {@link #share}: on pieces that need nothing of each other, each taken by
 * whoever is free first. The thread that calls is one of the crew, and only one thread may call at a time. A step has a
 * hundred stages, a few microseconds long, so those who wait spin; between steps they soon sleep.
 *
 * <p>On a busy machine a member may lose its core at any moment. Of pieces the others then take more; nobody waits but for
 * one that is begun. In a stage all others wait, a hundred times a step: so when the caller has waited longer than doing
 * everything itself would have taken, it does the shares of all for a while, and then tries again.
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
    private final Counter arrived = new Counter(); // at the ends of the stages of the present shift
    private volatile Shift present = new Pieces(0, (_, _) -> {});
    private volatile boolean closed;

    // Only the caller's:
    private long windowWaited;
    private long window; // nanoseconds of shared stages that are looked at, waiting included
    private long aloneUntil = Long.MIN_VALUE; // does the shares of all until then
    private long aloneNext; // how long it will be next time, if more than the shortest

    /** What each member does in a stage; both count from 0. The same whoever does it. */
    @FunctionalInterface
    public interface Work {
        void run(int stage, int member);
    }

    /** Does one of several pieces of work; both count from 0. A member does one piece at a time. */
    @FunctionalInterface
    public interface Piece {
        void run(int piece, int member);
    }

    public Crew(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a crew needs at least one member: " + size);
        }
        this.size = size;
        Shift first = present;
        for (int member = 1; member < size; member++) {
            int own = member;
            threads.add(Thread.ofPlatform().daemon().name("crew-" + member).start(() -> serve(own, first)));
        }
    }

    public int size() {
        return size;
    }

    /** Has every member do all stages and returns when all are done; throws what one of them threw. */
    public void run(int stages, Work work) {
        requireOpen();
        long start = size == 1 ? 0 : System.nanoTime();
        if (size == 1 || start < aloneUntil) {
            runAlone(stages, work);
            return;
        }
        arrived.reset();
        Stages shift = new Stages(size, stages, work, arrived);
        workOn(shift);
        account(shift.waited, start, System.nanoTime());
        shift.rethrow();
    }

    /** Has pieces done, in any order, and returns when all are; throws what one of them threw. */
    public void share(int count, Piece piece) {
        requireOpen();
        Pieces shift = new Pieces(count, piece);
        if (size == 1 || count == 1) {
            shift.take(0);
        } else {
            workOn(shift);
        }
        shift.rethrow();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the crew is closed");
        }
    }

    private void workOn(Shift shift) {
        present = shift;
        threads.forEach(LockSupport::unpark);
        shift.take(0);
        Waiting waiting = new Waiting();
        while (!shift.done()) {
            waiting.pause();
        }
        shift.waited += waiting.nanos();
    }

    /** Decides from time to time whether the others have been worth waiting for. */
    private void account(long waited, long start, long end) {
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

    private void serve(int member, Shift first) {
        Shift last = first;
        while (!closed) {
            int waits = 0;
            while (present == last && !closed) {
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
            last = present; // shifts of pieces that the others have done without this one are skipped
            last.take(member);
        }
    }

    /** What a call gives the crew to do. */
    private abstract static class Shift {
        final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        long waited; // nanoseconds of the caller

        /** Does what this member finds to do. */
        abstract void take(int member);

        /** Whether nobody works on it any more. */
        abstract boolean done();

        final void rethrow() {
            Throwable first = failures.peek();
            if (first != null) {
                throw first instanceof RuntimeException unchecked
                        ? unchecked
                        : new IllegalStateException("a member of the crew failed: " + first, first);
            }
        }
    }

    private static final class Pieces extends Shift {
        private final int count;
        private final Piece piece;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        Pieces(int count, Piece piece) {
            this.count = count;
            this.piece = piece;
        }

        @Override
        void take(int member) {
            for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                try {
                    piece.run(index, member);
                } catch (Throwable thrown) {
                    failures.add(thrown);
                } finally {
                    ended.incrementAndGet();
                }
            }
        }

        @Override
        boolean done() {
            return ended.get() >= count;
        }
    }

    private static final class Stages extends Shift {
        private final int size;
        private final int stages;
        private final Work work;
        private final Counter arrived;
        private final AtomicInteger ended = new AtomicInteger(); // members

        /** Thrown at the end of a stage to the members who wait for one that failed. */
        private static final class Abandoned extends RuntimeException {
            private static final long serialVersionUID = 1;

            Abandoned() {
                super("another member of the crew failed", null, false, false);
            }
        }

        Stages(int size, int stages, Work work, Counter arrived) {
            this.size = size;
            this.stages = stages;
            this.work = work;
            this.arrived = arrived;
        }

        @Override
        void take(int member) {
            try {
                for (int stage = 0; stage < stages; stage++) {
                    work.run(stage, member);
                    if (stage + 1 < stages) {
                        barrier(member);
                    }
                }
            } catch (Abandoned stopped) {
                return;
            } catch (Throwable thrown) {
                failures.add(thrown);
            } finally {
                ended.incrementAndGet();
            }
        }

        /** Waits until every member has come here. */
        private void barrier(int member) {
            int ticket = arrived.next();
            int target = (ticket / size + 1) * size;
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

        @Override
        boolean done() {
            return ended.get() >= size;
        }
    }

    /** A number in a cache line of its own: all members watch it, and it changes a hundred times a step. */
    private static final class Counter {
        private static final int ALONE = 32;

        private final AtomicIntegerArray line = new AtomicIntegerArray(2 * ALONE);

        int next() {
            return line.getAndIncrement(ALONE);
        }

        int get() {
            return line.get(ALONE);
        }

        void reset() {
            line.set(ALONE, 0);
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
