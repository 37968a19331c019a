package zeroone.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void every_member_works_and_nobody_passes_a_barrier_before_all_have_come() {
        try (Crew crew = new Crew(3)) {
            AtomicIntegerArray worked = new AtomicIntegerArray(3);
            AtomicInteger tooEarly = new AtomicInteger();
            for (int shift = 0; shift < 50; shift++) {
                AtomicIntegerArray rounds = new AtomicIntegerArray(3);
                crew.run((member, all) -> {
                    worked.incrementAndGet(member);
                    for (int round = 1; round <= 100; round++) {
                        rounds.incrementAndGet(member);
                        all.barrier();
                        for (int other = 0; other < 3; other++) {
                            if (rounds.get(other) < round) {
                                tooEarly.incrementAndGet();
                            }
                        }
                        all.barrier();
                    }
                });
            }
            assertThat(tooEarly).hasValue(0);
            assertThat(worked.toString()).isEqualTo("[50, 50, 50]");
        }
    }

    @Test
    void what_one_member_throws_reaches_the_caller_and_the_crew_works_on() {
        try (Crew crew = new Crew(2)) {
            for (int failing = 0; failing < 2; failing++) {
                int unlucky = failing;
                assertThatThrownBy(() -> crew.run((member, all) -> {
                            all.barrier();
                            if (member == unlucky) {
                                throw new IllegalStateException("broken " + member);
                            }
                            all.barrier();
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("broken " + unlucky);
                AtomicInteger came = new AtomicInteger();
                crew.run((_, all) -> {
                    all.barrier();
                    came.incrementAndGet();
                });
                assertThat(came).hasValue(2);
            }
        }
    }

    @Test
    void a_closed_crew_does_not_work() {
        Crew crew = new Crew(2);
        crew.close();
        assertThatThrownBy(() -> crew.run((_, _) -> {})).hasMessageContaining("closed");
    }

    @Test
    void a_crew_has_a_member() {
        assertThatThrownBy(() -> new Crew(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
