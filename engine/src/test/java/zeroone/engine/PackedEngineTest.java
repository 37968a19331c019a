package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.Parameter;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.tensor.WeightFormat;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/** The engine on packed weights says what is said without cache, batch and packing. */
class PackedEngineTest {
    private static GenerationRequest random(RandomGenerator random) {
        int[] prompt =
                random.ints(1 + random.nextInt(40), 0, TinyModels.VOCABULARY).toArray();
        SamplingParameters sampling =
                random.nextBoolean() ? SamplingParameters.PLAIN : new SamplingParameters(0.7, 5, 0.9);
        return new GenerationRequest(
                prompt,
                sampling,
                new ThinkingBudget(random.nextInt(40), 1 + random.nextInt(8)),
                1 + random.nextInt(5),
                CounterRandom.of(random.nextLong()));
    }

    private static Engine engine(CausalLm model, WeightFormat format, int sequences, int stepTokens, int threads) {
        return Engine.packed(
                model, TinyModels.RESERVED, format, threads, new EngineConfig(sequences, 96, stepTokens, 0, true));
    }

    @ParameterizedTest
    @CsvSource({"1,1,8,64,2", "2,2,3,5,1", "4,3,5,200,2", "2,4,1,2,3"})
    void says_what_a_generator_without_cache_and_batch_says(
            int keyValueHeads, long seed, int sequences, int stepTokens, int threads) {
        try (CausalLm model = TinyModels.random(keyValueHeads, DType.FLOAT32, seed);
                Engine engine = engine(model, WeightFormat.FLOAT32, sequences, stepTokens, threads)) {
            NaiveGenerator naive = new NaiveGenerator(model, TinyModels.RESERVED);
            Property.seeded(seed).holds(6, random -> {
                List<GenerationRequest> requests = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(6); i++) {
                    requests.add(random(random));
                }
                List<List<Completion>> actual = engine.generate(requests);
                List<List<Completion>> expected = naive.generate(requests);
                for (int r = 0; r < requests.size(); r++) {
                    for (int s = 0; s < expected.get(r).size(); s++) {
                        Completion one = actual.get(r).get(s);
                        Completion other = expected.get(r).get(s);
                        assertThat(one.tokens()).containsExactly(other.tokens());
                        assertThat(one.logProbs()).containsExactly(other.logProbs(), within(1e-4f));
                        assertThat(one.finishReason()).isEqualTo(other.finishReason());
                        assertThat(one.closeForced()).isEqualTo(other.closeForced());
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void a_sample_does_not_depend_by_a_bit_on_its_batch_mates(WeightFormat format) {
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5)) {
            GenerationRequest one = new GenerationRequest(
                    new int[] {1, 2, 3}, SamplingParameters.PLAIN, new ThinkingBudget(30, 8), 3, CounterRandom.of(77));
            List<Completion> alone;
            try (Engine engine = engine(model, format, 1, 64, 2)) {
                alone = engine.generate(List.of(one)).getFirst();
            }
            Property.seeded(6).holds(5, random -> {
                List<GenerationRequest> crowd = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    crowd.add(random(random));
                }
                int place = random.nextInt(12);
                crowd.set(place, one);
                try (Engine engine = engine(model, format, 2 + random.nextInt(20), 64, 2)) {
                    List<Completion> crowded = engine.generate(crowd).get(place);
                    for (int s = 0; s < alone.size(); s++) {
                        assertThat(crowded.get(s).tokens())
                                .containsExactly(alone.get(s).tokens());
                        assertThat(crowded.get(s).logProbs())
                                .containsExactly(alone.get(s).logProbs());
                    }
                }
            });
        }
    }

    @Test
    void weights_that_change_between_two_calls_count() {
        GenerationRequest one = new GenerationRequest(
                new int[] {1, 2, 3}, SamplingParameters.PLAIN, new ThinkingBudget(20, 8), 2, CounterRandom.of(7));
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5);
                CausalLm other = TinyModels.random(2, DType.FLOAT32, 7);
                Engine engine =
                        Engine.packed(model, TinyModels.RESERVED, WeightFormat.FLOAT32, 2, new EngineConfig(4, 96))) {
            engine.generate(List.of(one));
            try (TensorScope _ = new TensorScope()) {
                List<Parameter> from = other.parameters();
                List<Parameter> to = model.parameters();
                for (int i = 0; i < to.size(); i++) {
                    Tensor values = from.get(i).value().detach();
                    to.get(i).set(values);
                }
            }
            Completion expected = new NaiveGenerator(other, TinyModels.RESERVED)
                    .generate(List.of(one))
                    .getFirst()
                    .getFirst();
            assertThat(engine.generate(List.of(one)).getFirst().getFirst().tokens())
                    .containsExactly(expected.tokens());
        }
    }

    @Test
    void a_context_longer_than_the_models_is_refused() {
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5)) {
            assertThatThrownBy(() ->
                            Engine.packed(model, TinyModels.RESERVED, WeightFormat.FLOAT32, 1, new EngineConfig(4, 97)))
                    .hasMessageContaining("context of 97 tokens is longer than the model's 96");
        }
    }
}
