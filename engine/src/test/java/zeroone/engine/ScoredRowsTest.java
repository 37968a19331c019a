package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.Priority;

/** Memory for scores is planned for as many rows as the scheduler may ask for. */
class ScoredRowsTest {
    private static final int CONTEXT = 200;

    @Test
    void a_step_scores_no_more_rows_than_there_is_memory_for() {
        Property.seeded(61).holds(50, random -> {
            int places = 1 + random.nextInt(6);
            int vocabulary = 1 << 18 + random.nextInt(6); // 16 rows of scores in a step, or 8, 4, 2, 1
            EngineConfig config =
                    new EngineConfig(places, CONTEXT, places + 1 + random.nextInt(80), 0, random.nextBoolean());
            Memory memory = new Memory(new HashRunner(4, places * CONTEXT / 4), CONTEXT, config.prefixCache());
            Scheduler scheduler = new Scheduler(config, memory, vocabulary);
            List<Sequence> left = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int[] prompt = random.ints(1 + random.nextInt(60), 0, 5).toArray();
                int[] scored = random.ints(1 + random.nextInt(60), 0, 5).toArray();
                left.add(new Sequence(
                        new ScoringJob(new Continuation(prompt, scored)), new Family(), Priority.BATCH, "", i));
            }
            left.forEach(scheduler::add);
            int most = Scheduler.mostScored(config, vocabulary);

            for (int steps = 0; !left.isEmpty(); steps++) {
                assertThat(steps).as("steps: does it get on?").isLessThan(2_000);
                List<Sequence> step = scheduler.schedule();
                int rows = step.stream().mapToInt(s -> s.scored(s.planned())).sum();
                assertThat(rows).isLessThanOrEqualTo(most);
                step.forEach(scheduler::advance);
                step.stream().filter(s -> s.pending() == 0).forEach(s -> {
                    scheduler.remove(s);
                    left.remove(s);
                });
            }
        });
    }

    @Test
    void a_large_vocabulary_gets_a_row_a_sequence_and_few_more() {
        EngineConfig config = new EngineConfig(64, 4096, 512, 0, true);

        assertThat(Scheduler.mostScored(config, 151_936)).isEqualTo(64 + 27);
        assertThat(Scheduler.mostScored(config, 1_000)).isEqualTo(512);
    }
}
