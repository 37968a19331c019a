package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void every_member_works_and_nobody_begins_a_stage_before_all_have_ended_the_one_before() {
        try (Crew crew = new Crew(3)) {
            AtomicIntegerArray worked = new AtomicIntegerArray(3);
            AtomicInteger tooEarly = new AtomicInteger();
            for (int shift = 0; shift < 50; shift++) {
                AtomicIntegerArray ended = new AtomicIntegerArray(3);
                crew.run(200, (stage, member) -> {
                    for (int other = 0; other < 3; other++) {
                        if (ended.get(other) < stage) {
                            tooEarly.incrementAndGet();
                        }
                    }
                    ended.incrementAndGet(member);
                    worked.incrementAndGet(member);
                });
            }
            assertThat(tooEarly).hasValue(0);
            assertThat(worked.toString()).isEqualTo("[10000, 10000, 10000]");
        }
    }

    @Test
    void a_caller_that_waits_too_long_for_the_others_does_their_work_itself_and_comes_back_to_them_later() {
        Thread caller = Thread.currentThread();
        try (Crew crew = new Crew(2)) {
            AtomicInteger stages = new AtomicInteger();
            int shifts = 0;
            while (!shares(crew, caller).equals(Set.of(caller))) {
                crew.run(3, (_, _) -> {
                    stages.incrementAndGet();
                    if (Thread.currentThread() != caller) {
                        busyFor(5_000_000);
                    }
                });
                shifts++;
            }
            assertThat(stages).hasValue(shifts * 6);
            int more = 0;
            while (shares(crew, caller).equals(Set.of(caller))) {
                more++;
            }
            assertThat(more).isGreaterThanOrEqualTo(10);
        }
    }

    /** The threads that work now; more than one unless the crew is alone. */
    private static Set<Thread> shares(Crew crew, Thread caller) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        crew.run(1, (_, _) -> threads.add(Thread.currentThread()));
        assertThat(threads).contains(caller);
        return threads;
    }

    private static void busyFor(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_one_member_throws_reaches_the_caller_and_the_crew_works_on() {
        try (Crew crew = new Crew(2)) {
            for (int failing = 0; failing < 2; failing++) {
                int unlucky = failing;
                assertThatThrownBy(() -> crew.run(3, (stage, member) -> {
                            if (stage == 1 && member == unlucky) {
                                throw new IllegalStateException("broken " + member);
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("broken " + unlucky);
                AtomicInteger came = new AtomicInteger();
                crew.run(2, (_, _) -> came.incrementAndGet());
                assertThat(came).hasValue(4);
            }
        }
    }

    @Test
    void every_piece_is_done_once_by_whoever_is_free() {
        try (Crew crew = new Crew(3)) {
            for (int count : new int[] {0, 1, 2, 3, 100}) {
                for (int shift = 0; shift < 200; shift++) {
                    AtomicIntegerArray done = new AtomicIntegerArray(count);
                    AtomicIntegerArray working = new AtomicIntegerArray(3);
                    AtomicInteger twoAtOnce = new AtomicInteger();
                    crew.share(count, (piece, member) -> {
                        if (working.incrementAndGet(member) > 1) {
                            twoAtOnce.incrementAndGet();
                        }
                        done.incrementAndGet(piece);
                        working.decrementAndGet(member);
                    });
                    assertThat(twoAtOnce).hasValue(0);
                    for (int piece = 0; piece < count; piece++) {
                        assertThat(done.get(piece)).isEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void whoever_is_held_up_in_a_piece_leaves_the_rest_to_the_others() {
        Thread caller = Thread.currentThread();
        try (Crew crew = new Crew(2)) {
            CountDownLatch rest = new CountDownLatch(39);
            crew.share(40, (_, _) -> {
                if (Thread.currentThread() == caller) {
                    rest.countDown();
                } else {
                    await(rest); // for ever, if it had been given more than this one
                }
            });
            AtomicInteger stages = new AtomicInteger();
            crew.run(3, (_, _) -> stages.incrementAndGet());
            assertThat(stages).hasValue(6);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_piece_throws_reaches_the_caller_when_the_others_are_done() {
        try (Crew crew = new Crew(2)) {
            AtomicInteger done = new AtomicInteger();
            assertThatThrownBy(() -> crew.share(20, (piece, _) -> {
                        if (piece == 3) {
                            throw new IllegalStateException("broken piece");
                        }
                        done.incrementAndGet();
                    }))
                    .hasMessage("broken piece");
            assertThat(done).hasValue(19);
        }
    }

    @Test
    void a_closed_crew_does_not_work() {
        Crew crew = new Crew(2);
        crew.close();
        assertThatThrownBy(() -> crew.run(1, (_, _) -> {})).hasMessageContaining("closed");
        assertThatThrownBy(() -> crew.share(1, (_, _) -> {})).hasMessageContaining("closed");
    }

    @Test
    void a_crew_has_a_member() {
        assertThatThrownBy(() -> new Crew(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
