package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.WeightFormat;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

class EngineGroupTest {
    private static final EngineConfig CONFIG = new EngineConfig(4, 64);

    private final CausalLm model = TinyModels.random(2, DType.BFLOAT16, 4);

    @AfterEach
    void close() {
        model.close();
    }

    private EngineGroup group(int size) {
        return new EngineGroup(model, TinyModels.RESERVED, CONFIG, size);
    }

    private static List<GenerationRequest> requests(int count) {
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(new GenerationRequest(
                    new int[] {i, 2},
                    SamplingParameters.PLAIN,
                    new ThinkingBudget(2 * i, 6),
                    1 + i % 3,
                    CounterRandom.of(i)));
        }
        return requests;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void says_what_one_engine_says_and_tells_the_listener_all_of_it(int size) {
        try (Engine engine = new Engine(model, TinyModels.RESERVED, CONFIG);
                EngineGroup group = group(size)) {
            List<List<Completion>> expected = engine.generate(requests(7));
            Map<List<Integer>, Integer> seen =
                    new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
            List<List<Completion>> actual = group.generate(
                    requests(7),
                    (request, sample, position, token) -> seen.put(List.of(request, sample, position), token));
            for (int r = 0; r < expected.size(); r++) {
                for (int s = 0; s < expected.get(r).size(); s++) {
                    Completion one = expected.get(r).get(s);
                    Completion other = actual.get(r).get(s);
                    assertThat(other.tokens()).isEqualTo(one.tokens());
                    // The shape of a batch decides how bfloat16 products are summed.
                    assertThat(other.logProbs()).containsExactly(one.logProbs(), within(0.1f));
                    for (int t = 0; t < one.tokens().length; t++) {
                        assertThat(seen.remove(List.of(r, s, t))).isEqualTo(one.tokens()[t]);
                    }
                }
            }
            assertThat(seen).isEmpty();
            assertThat(group.generate(List.of())).isEmpty();
            assertThat(group.contextLength()).isEqualTo(64);
        }
    }

    @Test
    void after_a_failure_nothing_goes_on_and_the_group_is_usable() {
        try (EngineGroup group = group(2)) {
            AtomicInteger heard = new AtomicInteger();
            assertThatThrownBy(() -> group.generate(requests(8), (request, _, _, _) -> {
                        heard.incrementAndGet();
                        if (request % 2 == 0) {
                            throw new IllegalStateException("enough");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("enough");
            int atReturn = heard.get();
            assertThat(group.generate(requests(3))).hasSize(3);
            assertThat(heard).hasValue(atReturn);
        }
    }

    @Test
    void refuses_what_an_engine_refuses() {
        try (EngineGroup group = group(2)) {
            List<GenerationRequest> requests = requests(2);
            requests.add(new GenerationRequest(
                    new int[] {19}, SamplingParameters.PLAIN, new ThinkingBudget(1, 1), 1, CounterRandom.of(1)));
            assertThatThrownBy(() -> group.generate(requests))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("prompt token 19");
        }
        assertThatThrownBy(() -> group(0)).hasMessageContaining("at least one engine: 0");
    }

    @Test
    void calls_and_groups_leave_nothing_behind() {
        try (EngineGroup warm = group(2)) {
            warm.generate(requests(4));
        }
        long before = NativeLibrary.liveObjects();
        try (EngineGroup group = group(2)) {
            group.generate(requests(4));
            long first = NativeLibrary.liveObjects();
            for (int call = 0; call < 5; call++) {
                group.generate(requests(4));
            }
            assertThat(NativeLibrary.liveObjects()).isLessThanOrEqualTo(first);
        }
        assertThat(NativeLibrary.liveObjects()).isLessThanOrEqualTo(before);
    }

    @Test
    void what_cannot_be_made_leaves_nothing_behind() {
        ReservedTokens others = new ReservedTokens(256, 257, 258, 259);
        long before = NativeLibrary.liveObjects();
        assertThatThrownBy(() -> new Engine(model, others, CONFIG)).hasMessageContaining("257");
        assertThat(NativeLibrary.liveObjects()).as("of an engine").isEqualTo(before);

        AtomicInteger made = new AtomicInteger();
        assertThatThrownBy(() -> new EngineGroup(
                        () -> new Engine(model, made.getAndIncrement() < 2 ? TinyModels.RESERVED : others, CONFIG), 3))
                .hasMessageContaining("257");
        assertThat(made).hasValue(3);
        assertThat(NativeLibrary.liveObjects()).as("of a group").isEqualTo(before);
    }

    @Test
    void packed_engines_have_a_copy_of_the_weights_each_and_the_plan_says_so() {
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5);
                EngineGroup one = EngineGroup.packed(model, TinyModels.RESERVED, WeightFormat.FLOAT32, CONFIG, 1);
                EngineGroup three = EngineGroup.packed(model, TinyModels.RESERVED, WeightFormat.FLOAT32, CONFIG, 3)) {
            assertThat(three.memoryPlan().weights()).isEqualTo(one.memoryPlan().weights());
            assertThat(three.memoryPlan().packed())
                    .isEqualTo(3 * one.memoryPlan().packed());
            assertThat(three.memoryPlan().positions())
                    .isEqualTo(3 * one.memoryPlan().positions());
        }
    }
}
