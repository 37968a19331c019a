package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.WeightFormat;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** An engine's cache fits into the machine, or the engine is refused before anything is allocated. */
class MachineMemoryTest {
    /** Sixteen sequences of 96 positions, which are three blocks of 32. */
    private static final EngineConfig CONFIG = new EngineConfig(16, 96, 512, 0, true);

    private static final CausalLm MODEL = TinyModels.random(2, DType.FLOAT32, 5);
    private static final MemoryPlan WHOLE = plan(CONFIG);
    private static final long BLOCK = WHOLE.keyValues() / 48;

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static MemoryPlan plan(EngineConfig config) {
        return Engine.plan(MODEL, WeightFormat.FLOAT32, 2, config);
    }

    private static EngineConfig fit(long available, EngineConfig config) {
        return new MachineMemory(available).fit(MODEL, WeightFormat.FLOAT32, 2, config);
    }

    private static Engine engine(EngineConfig config) {
        return Engine.packed(MODEL, TinyModels.RESERVED, WeightFormat.FLOAT32, 2, config);
    }

    /** What must be free for a cache of so many bytes. */
    private static long room(long cache) {
        return WHOLE.packed() + WHOLE.workspace() + (long) Math.ceil(cache / MachineMemory.CACHE_SHARE) + 1;
    }

    @Test
    void a_cache_for_all_sequences_stays_where_the_machine_has_room_for_it() {
        assertThat(fit(room(WHOLE.keyValues()), CONFIG)).isEqualTo(CONFIG);
    }

    @Test
    void a_cache_without_a_size_takes_three_quarters_of_what_weights_and_workspace_leave() {
        EngineConfig fitted = fit(room(20 * BLOCK), CONFIG);

        assertThat(fitted.cacheBytes()).hasValue(20 * BLOCK);
        assertThat(plan(fitted).positions()).isEqualTo(20 * 32);
        assertThat(plan(fitted).added()).isLessThan(room(20 * BLOCK));
    }

    @Test
    void a_machine_without_room_for_one_sequence_is_told_the_numbers_and_what_to_do() {
        assertThatThrownBy(() -> fit(room(2 * BLOCK), CONFIG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one sequence of 96 tokens take " + MachineMemory.megabytes(3 * BLOCK))
                .hasMessageContaining("the machine has " + MachineMemory.megabytes(room(2 * BLOCK)) + " available")
                .hasMessageContaining("shorten the context");
        assertThatThrownBy(() -> fit(0, CONFIG)).hasMessageContaining("the machine has 0.0 MB available");
    }

    @Test
    void a_cache_that_was_asked_for_is_as_large_as_asked_for_or_refused() {
        EngineConfig asked = CONFIG.withCacheBytes(100 * BLOCK);
        long needed = plan(asked).added();

        assertThat(fit(needed, asked)).isEqualTo(asked);
        assertThat(plan(asked).positions()).isEqualTo(100 * 32);
        assertThatThrownBy(() -> fit(needed - 1, asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys and values of " + MachineMemory.megabytes(100 * BLOCK))
                .hasMessageContaining("does not fit into the " + MachineMemory.megabytes(needed - 1))
                .hasMessageContaining("make the cache smaller");
    }

    @Test
    void a_cache_too_small_for_one_sequence_is_refused_with_what_it_takes() {
        EngineConfig small = CONFIG.withCacheBytes(3 * BLOCK - 1);

        assertThatThrownBy(() -> plan(small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one sequence of 96 tokens take " + MachineMemory.megabytes(3 * BLOCK));
        assertThatThrownBy(() -> engine(small)).hasMessageContaining("too small");
        assertThatThrownBy(() -> new Engine(MODEL, TinyModels.RESERVED, small)).hasMessageContaining("too small");
        assertThatThrownBy(() -> CONFIG.withCacheBytes(0)).hasMessageContaining("must be positive: 0");
    }

    @Test
    void in_a_cache_smaller_than_what_runs_sequences_give_way_and_say_the_same() {
        List<GenerationRequest> requests = List.of(endless(1), endless(2), endless(3), endless(4));
        List<List<Completion>> roomy;
        try (Engine engine = engine(CONFIG)) {
            roomy = engine.generate(requests);
        }
        // Four sequences of 96 positions need twelve blocks: whoever is let in when there are few positions gives way.
        try (Engine engine = engine(CONFIG.withCacheBytes(5 * BLOCK))) {
            assertThat(engine.memoryPlan().positions()).isEqualTo(5 * 32);
            List<List<Completion>> crowded = engine.generate(requests);
            for (int i = 0; i < requests.size(); i++) {
                assertThat(crowded.get(i).getFirst().tokens())
                        .hasSize(90)
                        .containsExactly(roomy.get(i).getFirst().tokens());
            }
        }
    }

    /** One that fills the context. */
    private static GenerationRequest endless(int seed) {
        return new GenerationRequest(
                new int[] {1, 2, 3},
                SamplingParameters.PLAIN,
                new ThinkingBudget(88, 1).withMinimum(new MinimumThought(88, 0, List.of())),
                1,
                CounterRandom.of(seed));
    }

    @Test
    void what_linux_calls_available_is_read_in_bytes() {
        assertThat(MachineMemory.available(
                        List.of("MemTotal:       24689756 kB", "MemAvailable:   24000000 kB", "Buffers: 1 kB")))
                .hasValue(24_000_000L * 1024);
        assertThat(MachineMemory.available(List.of("MemTotal: 1 kB", "MemAvailable: none")))
                .isEqualTo(OptionalLong.empty());
    }

    @Test
    void this_machine_has_memory() {
        assertThat(MachineMemory.now().available()).isPositive();
    }
}
