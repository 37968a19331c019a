package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.model.CausalLm;
import zeroone.tensor.DType;
import zeroone.tensor.Gradients;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenListener;

class EngineTest {
    private static final ReservedTokens RESERVED = TinyModels.RESERVED;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    private CausalLm model(int keyValueHeads, long seed) {
        CausalLm model = TinyModels.random(keyValueHeads, DType.FLOAT32, seed);
        open.add(model);
        return model;
    }

    private Engine engine(CausalLm model, int slots) {
        Engine engine = new Engine(model, RESERVED, new EngineConfig(slots, 96));
        open.add(engine);
        return engine;
    }

    private static GenerationRequest request(
            int[] prompt, SamplingParameters sampling, int thought, int answer, int samples, long seed) {
        return new GenerationRequest(
                prompt, sampling, new ThinkingBudget(thought, answer), samples, CounterRandom.of(seed));
    }

    private static GenerationRequest random(RandomGenerator random) {
        int[] prompt =
                random.ints(1 + random.nextInt(20), 0, TinyModels.VOCABULARY).toArray();
        SamplingParameters sampling = List.of(
                        SamplingParameters.PLAIN,
                        SamplingParameters.GREEDY,
                        new SamplingParameters(0.6, 0, 1),
                        new SamplingParameters(1.7, 0, 1),
                        new SamplingParameters(1, 3, 1),
                        new SamplingParameters(1.2, 0, 0.7),
                        new SamplingParameters(0.8, 6, 0.9))
                .get(random.nextInt(7));
        int thought = List.of(0, 1, 3, 12, 40).get(random.nextInt(5));
        return request(prompt, sampling, thought, 1 + random.nextInt(8), 1 + random.nextInt(5), random.nextLong());
    }

    private static void assertSame(List<List<Completion>> actual, List<List<Completion>> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int r = 0; r < expected.size(); r++) {
            assertThat(actual.get(r)).as("samples of request " + r).hasSameSizeAs(expected.get(r));
            for (int s = 0; s < expected.get(r).size(); s++) {
                assertSame(
                        "request " + r + ", sample " + s,
                        actual.get(r).get(s),
                        expected.get(r).get(s));
            }
        }
    }

    private static void assertSame(String name, Completion actual, Completion expected) {
        assertThat(actual.tokens()).as(name).containsExactly(expected.tokens());
        assertThat(actual.logProbs()).as(name).containsExactly(expected.logProbs(), within(1e-4f));
        assertThat(actual.thoughtLength()).as(name).isEqualTo(expected.thoughtLength());
        assertThat(actual.closeForced()).as(name).isEqualTo(expected.closeForced());
        assertThat(actual.finishReason()).as(name).isEqualTo(expected.finishReason());
        assertThat(actual.prompt()).as(name).isEqualTo(expected.prompt());
        assertThat(actual.sampling()).as(name).isEqualTo(expected.sampling());
    }

    @ParameterizedTest
    @CsvSource({"1,1,8", "2,2,8", "4,3,5", "2,4,1"})
    void says_what_a_generator_without_cache_and_batch_says(int keyValueHeads, long seed, int slots) {
        CausalLm model = model(keyValueHeads, seed);
        Engine engine = engine(model, slots);
        NaiveGenerator naive = new NaiveGenerator(model, RESERVED);
        Property.seeded(seed).holds(8, random -> {
            List<GenerationRequest> requests = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                requests.add(random(random));
            }
            assertSame(engine.generate(requests), naive.generate(requests));
        });
    }

    @Test
    void prompts_that_are_read_in_parts_say_the_same() {
        CausalLm model = model(2, 6);
        NaiveGenerator naive = new NaiveGenerator(model, RESERVED);
        Property.seeded(8).holds(8, random -> {
            EngineConfig config = new EngineConfig(4, 96, 5 + random.nextInt(30), 0, random.nextBoolean());
            try (Engine engine = new Engine(model, RESERVED, config)) {
                List<GenerationRequest> requests = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    int[] prompt = random.ints(1 + random.nextInt(60), 0, TinyModels.VOCABULARY)
                            .toArray();
                    requests.add(request(prompt, SamplingParameters.PLAIN, 15, 5, 3, random.nextLong()));
                }
                assertSame(engine.generate(requests), naive.generate(requests));
            }
        });
    }

    @Test
    void a_fork_says_what_its_beginning_says_with_its_randomness() {
        CausalLm model = model(2, 5);
        Engine engine = engine(model, 4);
        GenerationRequest request = request(new int[] {1, 2, 3}, SamplingParameters.PLAIN, 30, 8, 1, 3);
        List<RunningSample> forks = new ArrayList<>();
        Generation parent = engine.open(request, (sample, event) -> {
            if (event.position() % 3 == 1) {
                forks.add(sample.fork(CounterRandom.of(event.position()).split(0), TokenListener.NONE));
            }
        });
        while (engine.step()) {
            // until all have ended
        }
        Completion whole = parent.completion().join().getFirst();
        assertThat(forks).isNotEmpty();
        for (int i = 0; i < forks.size(); i++) {
            int[] beginning = Arrays.copyOf(whole.tokens(), 3 * i + 2);
            if (beginning.length == whole.tokens().length) {
                continue; // it had ended
            }
            Completion expected = engine.generate(List.of(new GenerationRequest(
                                    new int[] {1, 2, 3},
                                    SamplingParameters.PLAIN,
                                    request.budget(),
                                    1,
                                    CounterRandom.of(3 * i + 1))
                            .resumedAfter(Resumed.of(beginning))))
                    .getFirst()
                    .getFirst();
            assertThat(forks.get(i).completion().join().tokens()).isEqualTo(expected.tokens());
        }
    }

    @Test
    void a_continuation_is_scored_as_it_was_sampled() {
        Engine engine = engine(model(2, 5), 4);
        List<Completion> completions = engine.generate(
                        List.of(request(new int[] {1, 2, 3}, SamplingParameters.PLAIN, 60, 8, 3, 3)))
                .getFirst();
        List<ContinuationScore> scores = engine.score(completions.stream()
                .map(c -> new Continuation(c.prompt(), c.tokens()))
                .toList());
        for (int i = 0; i < 3; i++) {
            Completion completion = completions.get(i);
            for (int t = 0; t < completion.tokens().length; t++) {
                if (completion.sampled(t)) {
                    assertThat(scores.get(i).logProbs()[t]).isCloseTo(completion.logProbs()[t], within(1e-4f));
                }
            }
        }
    }

    @Test
    void a_sample_does_not_depend_on_its_batch_mates_or_the_number_of_slots() {
        CausalLm model = model(2, 5);
        GenerationRequest one = request(new int[] {1, 2, 3}, SamplingParameters.PLAIN, 30, 8, 3, 77);
        List<Completion> alone = engine(model, 3).generate(List.of(one)).getFirst();
        List<Completion> inTurn = engine(model, 1).generate(List.of(one)).getFirst();
        Property.seeded(6).holds(5, random -> {
            List<GenerationRequest> crowd = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                crowd.add(random(random));
            }
            int place = random.nextInt(12);
            crowd.set(place, one);
            List<Completion> crowded =
                    engine(model, 2 + random.nextInt(20)).generate(crowd).get(place);
            assertSame(List.of(crowded, inTurn), List.of(alone, alone));
        });
    }

    @Test
    void the_same_request_given_twice_is_answered_twice_alike() {
        GenerationRequest one = request(new int[] {1, 2, 3}, SamplingParameters.PLAIN, 10, 8, 2, 77);
        List<List<Completion>> both = engine(model(1, 1), 8).generate(List.of(one, one));
        assertSame(List.of(both.get(1)), List.of(both.get(0)));
    }

    @Test
    void nothing_asked_is_nothing_said() {
        assertThat(engine(model(1, 1), 4).generate(List.of())).isEmpty();
    }

    @Test
    void weights_that_change_change_what_is_said_next() {
        for (DType precision : List.of(DType.FLOAT32, DType.BFLOAT16)) {
            CausalLm model = TinyModels.random(1, precision, 3);
            open.add(model);
            Engine engine = engine(model, 4);
            List<GenerationRequest> requests =
                    List.of(request(new int[] {4, 5}, SamplingParameters.PLAIN, 12, 6, 4, 9));
            List<List<Completion>> before = engine.generate(requests);
            try (TensorScope _ = new TensorScope()) {
                for (var parameter : model.parameters()) {
                    parameter.set(parameter.value().detach().multiply(-1));
                }
            }
            List<List<Completion>> after = engine.generate(requests);
            assertThat(after.getFirst().getFirst().logProbs())
                    .isNotEqualTo(before.getFirst().getFirst().logProbs());
            assertSame(after, engine(model, 4).generate(requests));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 14})
    void a_thought_that_uses_up_its_budget_is_closed_and_the_answer_has_all_of_its_own(int thought) {
        Engine engine = engine(model(2, 8), 16);
        int forced = 0;
        for (int seed = 0; seed < 4; seed++) {
            GenerationRequest request = request(new int[] {seed}, new SamplingParameters(2, 0, 1), thought, 5, 8, seed);
            for (Completion completion : engine.generate(List.of(request)).getFirst()) {
                int answered = completion.tokens().length - completion.thoughtLength() - 1;
                assertThat(completion.thoughtLength()).isLessThanOrEqualTo(thought);
                assertThat(completion.tokens().length)
                        .isLessThanOrEqualTo(Math.toIntExact(request.budget().total()));
                if (completion.closeForced()) {
                    forced++;
                    assertThat(completion.thoughtLength()).isEqualTo(thought);
                    assertThat(completion.tokens()[thought]).isEqualTo(RESERVED.endThought());
                    assertThat(completion.logProbs()[thought]).isZero();
                    assertThat(completion.sampled(thought)).isFalse();
                    assertThat(completion.truncated()).isTrue();
                }
                if (completion.finishReason() == FinishReason.LENGTH) {
                    assertThat(answered).isEqualTo(5);
                    assertThat(completion.tokens()).doesNotContain(RESERVED.endOfTurn());
                    assertThat(completion.answer()).hasSize(5);
                } else {
                    assertThat(completion.tokens()[completion.tokens().length - 1])
                            .isEqualTo(RESERVED.endOfTurn());
                }
                for (int t = 0; t < completion.tokens().length; t++) {
                    assertThat(completion.logProbs()[t]).isFinite().isLessThanOrEqualTo(0);
                    assertThat(completion.sampled(t)).isEqualTo(!(completion.closeForced() && t == thought));
                }
            }
        }
        assertThat(forced).as("closes by force").isPositive();
    }

    @Test
    void a_turn_may_end_within_the_thought() {
        Engine engine = engine(model(2, 8), 16);
        List<Completion> all = engine.generate(
                        List.of(request(new int[] {3}, new SamplingParameters(5, 0, 1), 60, 5, 64, 3)))
                .getFirst();
        List<Completion> silent = all.stream()
                .filter(c -> Arrays.stream(c.tokens()).noneMatch(t -> t == RESERVED.endThought()))
                .toList();
        assertThat(silent).isNotEmpty().allSatisfy(completion -> {
            assertThat(completion.finishReason()).isEqualTo(FinishReason.STOP);
            assertThat(completion.thoughtLength()).isEqualTo(completion.tokens().length - 1);
            assertThat(completion.answer()).isEmpty();
            assertThat(completion.closeForced()).isFalse();
        });
    }

    @Test
    void what_cannot_fit_is_refused_with_the_numbers() {
        Engine engine = engine(model(1, 1), 4);
        GenerationRequest fits = request(new int[40], SamplingParameters.PLAIN, 45, 10, 1, 1);
        assertThat(engine.generate(List.of(fits))).hasSize(1);
        GenerationRequest tooLong = request(new int[40], SamplingParameters.PLAIN, 46, 10, 1, 1);
        assertThatThrownBy(() -> engine.generate(List.of(fits, tooLong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a prompt of 40 tokens, a thought of 46 and an answer of 10 need 97 tokens")
                .hasMessageContaining("there are 96")
                .hasMessageContaining("lower the thinking budget");
    }

    @Test
    void budgets_at_the_end_of_the_integers_are_refused_too() {
        Engine engine = engine(model(1, 1), 4);
        int most = Integer.MAX_VALUE;
        for (int[] budget : new int[][] {{most, 1}, {1, most}, {most, most}, {most - 5, 3}}) {
            assertThatThrownBy(() -> engine.generate(
                            List.of(request(new int[] {1}, SamplingParameters.PLAIN, budget[0], budget[1], 1, 1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("need " + (2L + budget[0] + budget[1]) + " tokens");
        }
    }

    @Test
    void ids_outside_the_vocabulary_are_refused() {
        Engine engine = engine(model(1, 1), 4);
        for (int id : new int[] {-1, 19, Integer.MIN_VALUE}) {
            assertThatThrownBy(() ->
                            engine.generate(List.of(request(new int[] {1, id}, SamplingParameters.PLAIN, 1, 1, 1, 1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("prompt token " + id + " is outside the model's vocabulary of 19");
        }
    }

    @Test
    void an_engine_fits_its_model() {
        CausalLm model = model(1, 1);
        assertThatThrownBy(() -> new Engine(model, RESERVED, new EngineConfig(1, 97)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the engine's context of 97 tokens is longer than the model's 96");
        assertThatThrownBy(() -> new Engine(model, new ReservedTokens(256, 257, 258, 259), new EngineConfig(1, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("257")
                .hasMessageContaining("vocabulary of 19");
        assertThatThrownBy(() -> new EngineConfig(0, 10)).hasMessageContaining("max sequences must be positive: 0");
        assertThatThrownBy(() -> new EngineConfig(1, 1)).hasMessageContaining("at least two tokens: 1");
    }

    @Test
    void a_temperature_near_zero_is_greedy() {
        Engine engine = engine(model(2, 5), 4);
        int[] prompt = {1, 2, 3};
        Completion greedy = engine.generate(List.of(request(prompt, SamplingParameters.GREEDY, 9, 5, 1, 1)))
                .getFirst()
                .getFirst();
        for (double temperature : new double[] {1e-4, 1e-30, 1e-300, Double.MIN_VALUE}) {
            Completion cold = engine.generate(
                            List.of(request(prompt, new SamplingParameters(temperature, 0, 1), 9, 5, 1, 1)))
                    .getFirst()
                    .getFirst();
            assertThat(cold.tokens()).as("temperature " + temperature).isEqualTo(greedy.tokens());
            for (float logProb : cold.logProbs()) {
                assertThat(logProb).isZero();
            }
        }
    }

    @Test
    void a_listener_sees_every_token_in_order() {
        Engine engine = engine(model(1, 7), 3);
        List<GenerationRequest> requests = List.of(
                request(new int[] {1, 2}, SamplingParameters.PLAIN, 6, 4, 4, 1),
                request(new int[] {3}, SamplingParameters.PLAIN, 0, 4, 2, 2));
        Map<List<Integer>, List<Integer>> seen = new HashMap<>();
        List<List<Completion>> completions = engine.generate(requests, (request, sample, position, token) -> {
            List<Integer> tokens = seen.computeIfAbsent(List.of(request, sample), _ -> new ArrayList<>());
            assertThat(position).isEqualTo(tokens.size());
            tokens.add(token);
        });
        assertThat(seen).hasSize(6);
        seen.forEach((key, tokens) -> assertThat(tokens)
                .isEqualTo(Arrays.stream(
                                completions.get(key.get(0)).get(key.get(1)).tokens())
                        .boxed()
                        .toList()));
    }

    @Test
    void a_listener_that_throws_leaves_a_usable_engine() {
        Engine engine = engine(model(2, 7), 4);
        List<GenerationRequest> requests =
                List.of(request(new int[] {1, 2, 3, 4}, SamplingParameters.PLAIN, 20, 4, 9, 1));
        List<GenerationRequest> single = List.of(request(new int[] {5}, SamplingParameters.PLAIN, 9, 4, 1, 2));
        List<List<Completion>> before = engine.generate(requests);
        List<List<Completion>> otherBefore = engine.generate(single);
        long objects = NativeLibrary.liveObjects();
        boolean recorded = recordsGradients();
        for (int limit : new int[] {1, 5, 17}) {
            int[] left = {limit};
            assertThatThrownBy(() -> engine.generate(requests, (_, _, _, _) -> {
                        if (--left[0] == 0) {
                            throw new IllegalStateException("enough");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("enough");
            List<List<Completion>> other = engine.generate(
                    single, (_, sample, _, _) -> assertThat(sample).isZero());
            assertSame(other, otherBefore);
            assertSame(engine.generate(requests), before);
        }
        assertThat(NativeLibrary.liveObjects()).isEqualTo(objects);
        assertThat(recordsGradients()).isEqualTo(recorded);
    }

    private boolean recordsGradients() {
        try (TensorScope _ = new TensorScope();
                CausalLm model = TinyModels.random(1, DType.FLOAT32, 1)) {
            Tensor sum = model.parameters().getFirst().as(DType.BFLOAT16).sum();
            try {
                sum.backward();
                return true;
            } catch (RuntimeException notRecorded) {
                return false;
            }
        }
    }

    @Test
    void twenty_calls_leave_nothing_behind() {
        for (DType precision : List.of(DType.FLOAT32, DType.BFLOAT16)) {
            long outside = NativeLibrary.liveObjects();
            CausalLm model = TinyModels.random(2, precision, 4);
            try (Engine engine = new Engine(model, RESERVED, new EngineConfig(5, 64))) {
                long first = 0;
                for (int call = 0; call < 20; call++) {
                    engine.generate(List.of(
                            request(new int[] {1, call % 19}, SamplingParameters.PLAIN, 8, 4, 7, call),
                            request(new int[] {2}, new SamplingParameters(0.5, 4, 0.9), 3, 4, 2, call)));
                    first = call == 0 ? NativeLibrary.liveObjects() : first;
                    assertThat(NativeLibrary.liveObjects())
                            .as("after call " + call)
                            .isEqualTo(first);
                }
            }
            model.close();
            assertThat(NativeLibrary.liveObjects()).isEqualTo(outside);
        }
    }

    @Test
    void gradients_that_the_caller_records_do_not_reach_generation() {
        CausalLm model = model(1, 2);
        Engine engine = engine(model, 2);
        try (Gradients _ = Gradients.on()) {
            engine.generate(List.of(request(new int[] {1}, SamplingParameters.PLAIN, 3, 3, 2, 1)));
        }
        assertThat(model.parameters()).allSatisfy(p -> assertThat(p.gradient()).isEmpty());
    }

    @Test
    void the_memory_of_the_cache_is_known_beforehand() {
        CausalLm model = model(2, 2);
        // keys and values, 2 layers, 3 rows and one for nobody, 2 heads, 10 positions, 8 wide, 2 bytes
        assertThat(KeyValueRows.bytes(model.config(), DType.BFLOAT16, 3, 10)).isEqualTo(2 * 2 * 4 * 2 * 10 * 8 * 2);
    }
}
