package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.Parameter;
import zeroone.tensor.TensorScope;
import zeroone.tensor.WeightFormat;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
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
            change(model, other);
            Completion expected = new NaiveGenerator(other, TinyModels.RESERVED)
                    .generate(List.of(one))
                    .getFirst()
                    .getFirst();
            assertThat(engine.generate(List.of(one)).getFirst().getFirst().tokens())
                    .containsExactly(expected.tokens());
        }
    }

    private static void change(CausalLm model, CausalLm into) {
        try (TensorScope _ = new TensorScope()) {
            List<Parameter> from = into.parameters();
            List<Parameter> to = model.parameters();
            for (int i = 0; i < to.size(); i++) {
                to.get(i).set(from.get(i).value().detach());
            }
        }
    }

    /** Three blocks of a prompt would be found again, and be those of a model that is no more. */
    @Test
    void what_was_kept_of_a_prompt_is_forgotten_when_weights_change() {
        int[] prompt = CounterRandom.of(3).sequence().ints(70, 0, 15).toArray();
        GenerationRequest one = new GenerationRequest(
                prompt, SamplingParameters.PLAIN, new ThinkingBudget(12, 8), 2, CounterRandom.of(7));
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5);
                CausalLm other = TinyModels.random(2, DType.FLOAT32, 7);
                Engine engine = engine(model, WeightFormat.FLOAT32, 4, 200, 2)) {
            engine.generate(List.of(one));
            change(model, other);

            List<Completion> actual = engine.generate(List.of(one)).getFirst();

            List<Completion> expected = new NaiveGenerator(other, TinyModels.RESERVED)
                    .generate(List.of(one))
                    .getFirst();
            for (int s = 0; s < 2; s++) {
                assertThat(actual.get(s).tokens())
                        .containsExactly(expected.get(s).tokens());
                assertThat(actual.get(s).logProbs())
                        .containsExactly(expected.get(s).logProbs(), within(1e-4f));
            }
        }
    }

    @Test
    void a_sequence_that_runs_reads_its_tokens_again_with_weights_that_changed() {
        GenerationRequest one = new GenerationRequest(
                new int[] {1, 2, 3},
                SamplingParameters.PLAIN,
                new ThinkingBudget(60, 8).withMinimum(new MinimumThought(60, 0, List.of())),
                1,
                CounterRandom.of(7));
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5);
                CausalLm other = TinyModels.random(2, DType.FLOAT32, 7);
                Engine engine = engine(model, WeightFormat.FLOAT32, 4, 200, 2);
                Engine fresh = engine(model, WeightFormat.FLOAT32, 4, 200, 2)) {
            Completion changed = engine.generate(List.of(one), (_, _, position, _) -> {
                        if (position == 40) {
                            change(model, other);
                        }
                    })
                    .getFirst()
                    .getFirst();

            // From the token after that on, each is scored as if the new weights had read everything before it.
            int[] tokens = changed.tokens();
            ContinuationScore score =
                    fresh.score(List.of(new Continuation(one.prompt(), tokens))).getFirst();
            assertThat(Arrays.copyOfRange(changed.rawLogProbs(), 41, 60))
                    .containsExactly(Arrays.copyOfRange(score.logProbs(), 41, 60), within(1e-4f));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WeightFormat.class,
            names = {"INT8", "INT4"})
    void weights_of_a_few_bits_do_not_follow_a_model_that_learns(WeightFormat format) {
        GenerationRequest one = new GenerationRequest(
                new int[] {1, 2, 3}, SamplingParameters.PLAIN, new ThinkingBudget(4, 2), 1, CounterRandom.of(7));
        try (CausalLm model = TinyModels.random(2, DType.FLOAT32, 5);
                CausalLm other = TinyModels.random(2, DType.FLOAT32, 7);
                Engine engine = engine(model, format, 4, 64, 1)) {
            engine.generate(List.of(one));
            change(model, other);

            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(() -> engine.generate(List.of(one)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("keeps them in " + format.name().toLowerCase(Locale.ROOT))
                        .hasMessageContaining("must be sampled with the weights that learn")
                        .hasMessageContaining("use float32 or bfloat16");
            }
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
