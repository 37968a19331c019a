package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.Priority;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** Who is read when, step by step. */
class SchedulerTest {
    private static final Vocabulary VOCABULARY =
            new Vocabulary(HashRunner.VOCABULARY, new ReservedTokens(10, 11, 12, 13), Optional.empty());
    private static final int STEP = 20;

    private final HashRunner runner = new HashRunner(4, 600);
    private final Engine engine = engine(runner, 6, 0, true);

    private static Engine engine(HashRunner runner, int places, double joinShare, boolean prefixCache) {
        EngineConfig config = new EngineConfig(places, 400, STEP, joinShare, prefixCache);
        return new Engine(runner, VOCABULARY, config, new MemoryPlan(0, 0, 0, 0));
    }

    /** A sample and what was heard of it. */
    private final class Heard {
        private final RunningSample sample;
        private int tokens;

        Heard(Engine engine, int prompt, int first, int thought, Priority priority) {
            int[] ids = new int[prompt];
            Arrays.setAll(ids, i -> i == 0 ? first : i % 7);
            ThinkingBudget budget =
                    new ThinkingBudget(thought, 1).withMinimum(new MinimumThought(thought, 0, List.of()));
            GenerationRequest request = new GenerationRequest(
                            ids, SamplingParameters.PLAIN, budget, 1, CounterRandom.of(first))
                    .with(DecodingOptions.DEFAULTS.withPriority(priority));
            sample = engine.open(request, (_, _) -> tokens++).samples().getFirst();
        }

        boolean began() {
            return tokens > 0;
        }

        boolean ended() {
            return sample.completion().isDone();
        }
    }

    private Heard interactive(int prompt, int first) {
        return new Heard(engine, prompt, first, 5, Priority.INTERACTIVE);
    }

    private Heard batch(int prompt, int first) {
        return new Heard(engine, prompt, first, 5, Priority.BATCH);
    }

    private int stepsUntil(Heard heard) {
        int steps = 0;
        while (!heard.began()) {
            engine.step();
            assertThat(++steps).as("steps: does it get on?").isLessThan(1000);
        }
        return steps;
    }

    @Test
    void an_interactive_prompt_is_read_before_a_batch_that_was_there_before() {
        Heard batch = batch(300, 1);
        engine.step();
        Heard interactive = interactive(60, 2);
        Heard later = interactive(60, 3);

        assertThat(stepsUntil(interactive)).isEqualTo(60 / STEP);
        assertThat(stepsUntil(later)).as("beside one that writes").isEqualTo(60 / STEP + 1);
        assertThat(batch.began()).isFalse();
    }

    @Test
    void a_batch_is_read_although_interactive_prompts_never_end() {
        Heard batch = batch(60, 1);
        engine.step();
        int steps = 0;
        List<Heard> crowd = new ArrayList<>();
        while (!batch.began()) {
            crowd.add(interactive(2 * STEP, 2 + steps % 5));
            engine.step();
            assertThat(++steps).as("steps").isLessThanOrEqualTo(4 * (Scheduler.TURNS + 1));
        }
        assertThat(crowd.getFirst().ended()).isTrue();
    }

    @Test
    void a_batch_that_interactive_sequences_push_out_again_and_again_keeps_its_place_in_the_end() {
        Engine narrow = engine(runner, 1, 0, false);
        Heard batch = new Heard(narrow, 3 * STEP, 1, 5, Priority.BATCH);
        int steps = 0;
        while (!batch.ended()) {
            if (narrow.scheduler().running().stream().anyMatch(s -> s.priority() == Priority.BATCH)) {
                new Heard(narrow, 10, 2, 5, Priority.INTERACTIVE); // as soon as the batch has got its place back
            }
            narrow.step();
            assertThat(++steps).as("steps").isLessThan(1000);
        }
    }

    @Test
    void in_one_class_who_came_first_is_served_first() {
        for (Priority priority : Priority.values()) {
            List<Heard> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(new Heard(engine, 70, i, 5, priority));
            }
            List<Heard> order = new ArrayList<>();
            while (order.size() < all.size()) {
                engine.step();
                all.stream().filter(h -> h.began() && !order.contains(h)).forEach(order::add);
            }
            assertThat(order).isEqualTo(all);
        }
    }

    @Test
    void those_that_write_get_on_in_every_step_beside_a_long_prompt() {
        List<Heard> writers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            writers.add(new Heard(engine, 3, i, 60, i % 2 == 0 ? Priority.INTERACTIVE : Priority.BATCH));
        }
        while (!writers.stream().allMatch(Heard::began)) {
            engine.step();
        }
        Heard prompt = interactive(300, 6);
        while (!prompt.began()) {
            int before = writers.stream().mapToInt(h -> h.tokens).sum();
            engine.step();
            assertThat(writers.stream().mapToInt(h -> h.tokens).sum()).isEqualTo(before + 5);
        }
    }

    @Test
    void a_short_prompt_does_not_wait_for_long_ones() {
        Heard first = interactive(300, 1);
        Heard second = interactive(300, 2);
        engine.step();
        engine.step();
        Heard brief = interactive(10, 3);
        Heard middle = interactive(50, 4);

        assertThat(stepsUntil(brief)).isEqualTo(1);
        assertThat(stepsUntil(middle)).isLessThanOrEqualTo(50 / (STEP / 2) + 2);
        assertThat(first.began() || second.began()).isFalse();
    }

    @Test
    void a_long_prompt_is_read_although_short_ones_never_end() {
        Heard longOne = interactive(200, 1);
        engine.step();
        int steps = 1;
        while (!longOne.began()) {
            interactive(STEP, 2 + steps % 5);
            engine.step();
            assertThat(++steps).as("steps").isLessThanOrEqualTo(2 * 200 / (STEP - 6) + 1);
        }
    }

    @Test
    void prompts_that_begin_alike_and_come_together_are_read_once() {
        int[] alike = new int[202];
        int before = runner.tokensRead;
        List<RunningSample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int[] prompt = alike.clone();
            prompt[201] = i;
            samples.add(engine.open(
                            new GenerationRequest(
                                    prompt, SamplingParameters.PLAIN, new ThinkingBudget(0, 1), 1, CounterRandom.of(i)),
                            (_, _) -> {})
                    .samples()
                    .getFirst());
        }
        while (!samples.stream().allMatch(s -> s.completion().isDone())) {
            engine.step();
        }
        assertThat(runner.tokensRead - before).isLessThanOrEqualTo(202 + 4 * 5);
    }

    @Test
    void a_batch_joins_beside_sequences_that_are_all_paused() {
        Engine shared = engine(runner, 4, 0.5, true);
        List<Heard> paused = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            paused.add(new Heard(shared, 3, i, 60, Priority.INTERACTIVE));
        }
        shared.step();
        paused.forEach(h -> h.sample.pause());
        Heard batch = new Heard(shared, 3, 5, 5, Priority.BATCH);
        while (shared.step()) {
            // until all that is left is paused
        }
        assertThat(batch.ended()).isTrue();
        assertThat(paused).noneMatch(Heard::ended);
    }

    @Test
    void a_batch_has_its_turn_although_there_are_never_as_many_free_places_as_it_should_wait_for() {
        Engine shared = engine(runner, 4, 1, true);
        new Heard(shared, 3, 1, 5, Priority.INTERACTIVE);
        shared.step();
        Heard batch = new Heard(shared, 3, 5, 5, Priority.BATCH);
        for (int steps = 0; !batch.began(); steps++) {
            new Heard(shared, 3, steps % 7, 5, Priority.INTERACTIVE);
            shared.step();
            assertThat(steps).isLessThan(10 * Scheduler.TURNS);
        }
    }
}
