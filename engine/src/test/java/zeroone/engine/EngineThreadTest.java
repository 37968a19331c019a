package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zeroone.testkit.ByteTokenizer;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Bridge;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.Priority;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenListener;
import zeroone.text.generation.TokenStream;

@Timeout(60)
class EngineThreadTest {
    private static final Vocabulary VOCABULARY =
            new Vocabulary(HashRunner.VOCABULARY, new ReservedTokens(10, 11, 12, 13), Optional.empty());

    private final HashRunner runner = new HashRunner(4, 60);
    private final EngineThread engine = thread(runner, 8);

    private static Engine engine(ModelRunner runner, int places) {
        EngineConfig config = new EngineConfig(places, 200, places + 30, 0, true);
        return new Engine(runner, VOCABULARY, config, new MemoryPlan(1, 2, 3, 4));
    }

    private static EngineThread thread(ModelRunner runner, int places) {
        return new EngineThread(engine(runner, places), "engine");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static GenerationRequest request(int thought, int answer, int samples, long seed) {
        return new GenerationRequest(
                new int[] {1, 2, 3},
                SamplingParameters.PLAIN,
                new ThinkingBudget(thought, answer),
                samples,
                CounterRandom.of(seed));
    }

    /** One that does not end by itself before its budget. */
    private static GenerationRequest endless(int thought) {
        return new GenerationRequest(
                new int[] {1, 2, 3},
                SamplingParameters.PLAIN,
                new ThinkingBudget(thought, 1).withMinimum(new MinimumThought(thought, 0, List.of())),
                1,
                CounterRandom.of(1));
    }

    @Test
    void many_threads_share_it_and_each_gets_its_own() {
        List<CompletableFuture<List<List<Completion>>>> calls = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            GenerationRequest mine = request(10, 5, 3, t);
            calls.add(CompletableFuture.supplyAsync(() -> engine.generate(List.of(mine))));
        }
        for (int t = 0; t < 12; t++) {
            List<Completion> alone = engine(new HashRunner(7, 40), 2)
                    .generate(List.of(request(10, 5, 3, t)))
                    .getFirst();
            List<Completion> crowded = calls.get(t).join().getFirst();
            for (int s = 0; s < 3; s++) {
                assertThat(crowded.get(s).tokens()).isEqualTo(alone.get(s).tokens());
            }
        }
    }

    /** The letter that wakes it for the last time may be read at any moment of a step. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // closing does not mind interruptions
    void it_can_be_closed_at_any_moment() {
        HashRunner idle = new HashRunner(4, 60);
        for (int i = 0; i < 20_000; i++) {
            EngineThread closed = thread(idle, 1);
            for (int spins = i % 2_000; spins > 0; spins--) {
                Thread.onSpinWait();
            }
            closed.close();
            assertThatThrownBy(() -> closed.submit(request(1, 1, 1, 1), TokenListener.NONE))
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void what_is_submitted_runs_while_others_run_and_is_cancelled_alone() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        Generation longOne = engine.submit(endless(190), (sample, event) -> {
            began.countDown();
            if (event.position() == 100) {
                sample.pause();
            }
        });
        began.await();
        Completion other =
                engine.generate(List.of(request(5, 5, 1, 4))).getFirst().getFirst();
        assertThat(other.finishReason()).isIn(FinishReason.STOP, FinishReason.LENGTH);
        assertThat(longOne.completion()).isNotDone();
        longOne.cancel();
        Completion cancelled = longOne.completion().get(20, TimeUnit.SECONDS).getFirst();
        assertThat(cancelled.finishReason()).isEqualTo(FinishReason.CANCELLED);
        assertThat(cancelled.tokens()).hasSizeLessThanOrEqualTo(101);
    }

    @Test
    void a_reader_that_leaves_cancels_within_a_step() throws Exception {
        TokenStream stream = TokenStream.open(engine, endless(190), new ByteTokenizer(), 3);
        RunningSample sample = stream.sample(0).orElseThrow();
        assertThat(stream.take()).isPresent();
        stream.close();
        Completion completion = sample.completion().get(20, TimeUnit.SECONDS);
        assertThat(completion.finishReason()).isEqualTo(FinishReason.CANCELLED);
        assertThat(completion.tokens()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void a_slow_reader_gets_everything() throws Exception {
        GenerationRequest request = request(40, 5, 2, 9);
        List<Completion> expected = engine.generate(List.of(request)).getFirst();
        List<List<Integer>> read = List.of(new ArrayList<>(), new ArrayList<>());
        try (TokenStream stream = TokenStream.open(engine, request, new ByteTokenizer(), 2)) {
            for (var item = stream.take(); item.isPresent(); item = stream.take()) {
                if (item.get() instanceof TokenStream.Token token) {
                    read.get(token.sample()).add(token.event().token());
                }
            }
        }
        for (int s = 0; s < 2; s++) {
            assertThat(read.get(s).stream().mapToInt(i -> i).toArray())
                    .isEqualTo(expected.get(s).tokens());
        }
    }

    @Test
    void resuming_anywhere_gives_what_would_have_come() {
        Property.seeded(3).holds(60, random -> {
            ThinkingBudget budget = new ThinkingBudget(4 + random.nextInt(8), 5)
                    .withBridge(new Bridge(List.of(5, 6), random.nextBoolean() ? List.of(7) : List.of()));
            if (random.nextBoolean()) {
                budget = budget.withMinimum(new MinimumThought(0, 2, List.of(8, 8)));
            }
            GenerationRequest request = new GenerationRequest(
                    new int[] {1, 2, 3},
                    SamplingParameters.PLAIN.withPenalties(1.2, 0.1, 0.1),
                    budget,
                    1,
                    CounterRandom.of(random.nextLong()));
            Completion whole = engine.generate(List.of(request)).getFirst().getFirst();
            for (int cut = 0; cut < whole.tokens().length; cut++) {
                int at = cut;
                Resumed beginning = new Resumed(
                        java.util.Arrays.copyOf(whole.tokens(), cut),
                        java.util.Arrays.copyOf(whole.logProbs(), cut),
                        java.util.Arrays.copyOf(whole.rawLogProbs(), cut),
                        java.util.Arrays.stream(whole.forced())
                                .filter(p -> p < at)
                                .toArray());
                List<Integer> positions = new CopyOnWriteArrayList<>();
                Completion resumed = engine.submit(
                                request.resumedAfter(beginning), (_, event) -> positions.add(event.position()))
                        .completion()
                        .join()
                        .getFirst();
                assertThat(resumed.tokens()).as("cut at " + cut).isEqualTo(whole.tokens());
                assertThat(resumed.logProbs()).isEqualTo(whole.logProbs());
                assertThat(resumed.forced()).isEqualTo(whole.forced());
                assertThat(resumed.finishReason()).isEqualTo(whole.finishReason());
                assertThat(positions.getFirst()).isEqualTo(cut);
            }
        });
    }

    @Test
    void a_continuation_is_scored_as_the_model_would_have_sampled_it() {
        Completion completion =
                engine.generate(List.of(request(20, 20, 1, 5))).getFirst().getFirst();
        ContinuationScore score = engine.score(List.of(
                        new Continuation(completion.prompt(), completion.tokens()),
                        new Continuation(new int[] {4}, new int[] {5})))
                .getFirst();
        assertThat(score.logProbs()).containsExactly(completion.rawLogProbs());
        Completion greedy = engine.generate(List.of(new GenerationRequest(
                        new int[] {3}, SamplingParameters.GREEDY, new ThinkingBudget(9, 9), 1, CounterRandom.of(1))))
                .getFirst()
                .getFirst();
        if (greedy.forced().length == 0) {
            assertThat(engine.score(List.of(new Continuation(greedy.prompt(), greedy.tokens())))
                            .getFirst()
                            .greedy())
                    .isTrue();
        }
        assertThatThrownBy(() -> engine.score(List.of(new Continuation(new int[150], new int[51]))))
                .hasMessageContaining("need 201 tokens of context: there are 200");
        assertThatThrownBy(() -> engine.score(List.of(new Continuation(new int[] {1, HashRunner.POISON}, new int[3]))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not numbers");
    }

    @Test
    void a_prompt_is_read_once_for_all_its_continuations_and_for_nobody_elses() {
        HashRunner counting = new HashRunner(4, 200);
        Engine forgetful =
                new Engine(counting, VOCABULARY, new EngineConfig(8, 200, 100, 0, false), new MemoryPlan(1, 2, 3, 4));
        int[] prompt = new int[61];
        List<Continuation> continuations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            continuations.add(new Continuation(prompt, new int[] {i, 2, 3}));
        }
        List<ContinuationScore> together = forgetful.score(continuations);
        assertThat(counting.tokensRead).isLessThanOrEqualTo(60 + 6 * 3);
        for (int i = 0; i < 6; i++) {
            assertThat(together.get(i).logProbs())
                    .containsExactly(forgetful
                            .score(List.of(continuations.get(i)))
                            .getFirst()
                            .logProbs());
        }

        engine.score(continuations, Priority.INTERACTIVE, "me");
        int before = runner.tokensRead;
        engine.score(continuations, Priority.INTERACTIVE, "me");
        assertThat(runner.tokensRead - before).as("known").isLessThanOrEqualTo(6 * 4);
        int again = runner.tokensRead;
        engine.score(continuations, Priority.BATCH, "somebody else");
        assertThat(runner.tokensRead - again).as("not to others").isGreaterThanOrEqualTo(60);
    }

    @Test
    void who_is_interrupted_while_scores_are_computed_has_the_rest_cancelled() throws Exception {
        Engine idle = engine(new HashRunner(4, 60), 8); // driven by hand, so that it is not done too soon
        ScoringCall call = idle.openScores(
                List.of(new Continuation(new int[40], new int[40]), new Continuation(new int[50], new int[40])),
                Priority.BATCH,
                "");
        idle.step();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                call.results();
                thrown.complete(new AssertionError("it has returned"));
            } catch (RuntimeException failure) {
                thrown.complete(failure);
            }
        });
        waiting.interrupt();
        assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        idle.step();
        assertThat(call.done()).isTrue();
        assertThat(idle.scheduler().all()).isEmpty();
        assertThat(idle.keyValueCacheUse()).isZero();
    }

    @Test
    void what_can_never_run_is_refused_with_the_numbers() {
        try (EngineThread small = thread(new HashRunner(4, 5), 2)) {
            assertThatThrownBy(() -> small.submit(request(15, 5, 1, 1), TokenListener.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "24 tokens needs 6 key-value blocks of 4 tokens: the cache has 5 (20 tokens)");
            assertThat(small.generate(List.of(request(10, 5, 3, 1))).getFirst()).hasSize(3);
        }
        GenerationRequest stops = request(5, 5, 1, 1)
                .with(DecodingOptions.DEFAULTS.withStop(new StopConditions(List.of("x"), java.util.Set.of())));
        assertThatThrownBy(() -> engine.submit(stops, TokenListener.NONE)).hasMessageContaining("without a tokenizer");
        GenerationRequest bridge = new GenerationRequest(
                new int[] {1},
                SamplingParameters.PLAIN,
                new ThinkingBudget(5, 5).withBridge(new Bridge(List.of(11), List.of())),
                1,
                CounterRandom.of(1));
        assertThatThrownBy(() -> engine.submit(bridge, TokenListener.NONE))
                .hasMessageContaining("a bridge cannot contain token 11");
        RunningSample sample =
                engine.submit(endless(50), TokenListener.NONE).samples().getFirst();
        assertThatThrownBy(() -> sample.inject(14)).hasMessageContaining("injected token 14 is outside");
        assertThatThrownBy(() -> sample.inject(12)).hasMessageContaining("token 12 ends the turn");
        sample.cancel();
    }

    @Test
    void numbers_that_fail_fail_one_request_only() {
        GenerationRequest poisoned = new GenerationRequest(
                new int[] {1, HashRunner.POISON},
                SamplingParameters.PLAIN,
                new ThinkingBudget(5, 5),
                1,
                CounterRandom.of(1));
        Generation bad = engine.submit(poisoned, TokenListener.NONE);
        Generation good = engine.submit(request(9, 5, 2, 2), TokenListener.NONE);
        assertThat(bad.completion().join().getFirst().error().orElseThrow()).contains("are not numbers");
        assertThat(good.completion().join()).allMatch(c -> c.finishReason() != FinishReason.ERROR);
        assertThatThrownBy(() -> engine.generate(List.of(poisoned)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are not numbers");
    }

    @Test
    void a_thought_to_resume_from_that_is_longer_than_its_budget_is_refused_with_the_numbers() {
        Bridge bridge = new Bridge(List.of(5, 6), List.of(7));
        ThinkingBudget budget = new ThinkingBudget(5, 10).withBridge(bridge);
        for (int length : new int[] {7, 8}) {
            int[] thought = new int[length];
            int[] closed = java.util.Arrays.copyOf(thought, length + 2);
            closed[length] = VOCABULARY.reserved().endThought();
            for (int[] tokens : List.of(thought, closed)) {
                GenerationRequest request = new GenerationRequest(
                                new int[181], SamplingParameters.PLAIN, budget, 1, CounterRandom.of(1))
                        .resumedAfter(Resumed.of(tokens));
                if (length == 7) { // ends where the context ends
                    assertThat((long) engine.generate(List.of(request))
                                    .getFirst()
                                    .getFirst()
                                    .tokens()
                                    .length)
                            .isLessThanOrEqualTo(budget.total());
                } else {
                    assertThatThrownBy(() -> engine.generate(List.of(request)))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("a thought of 8 tokens to resume from")
                            .hasMessageContaining("budget of 5 tokens and the 2 of the bridge");
                }
            }
        }
    }

    @Test
    void an_engine_that_cannot_get_on_says_so() {
        Engine stuck = engine(new HashRunner(4, 30), 4);
        while (stuck.scheduler().memory().pool().allocate(-1) >= 0) {
            // every block is held by nobody knows whom
        }
        Generation generation = stuck.open(request(5, 5, 1, 1), TokenListener.NONE);
        while (stuck.step()) {
            // until nothing is left to be done
        }
        assertThat(generation.completion().join().getFirst().error().orElseThrow())
                .contains("cannot get on with this request of 3 tokens")
                .doesNotContain("running", "blocks");
    }

    @Test
    void a_sequence_that_runs_and_is_never_read_is_told_so() {
        Engine stuck = engine(new HashRunner(4, 30), 4);
        Generation generation = stuck.open(endless(50), TokenListener.NONE);
        stuck.step();
        Sequence sequence = stuck.scheduler().running().getFirst();
        sequence.begin(sequence.length(), 0); // as if all were read and no token had come of it
        while (stuck.step()) {
            // until nothing is left to be done
        }
        assertThat(generation.completion()).isDone();
        assertThat(generation.completion().join().getFirst().error().orElseThrow())
                .contains("cannot get on");
        assertThat(stuck.scheduler().running()).isEmpty();
    }

    @Test
    void what_is_cancelled_by_mail_holds_no_cache_any_more() {
        Engine idle = engine(new HashRunner(4, 30), 4);
        Generation generation = idle.open(endless(50), (sample, _) -> sample.pause());
        while (idle.step()) {
            // until it is paused
        }
        assertThat(idle.keyValueCacheUse()).isPositive();
        generation.cancel();
        idle.step();
        assertThat(generation.completion()).isDone();
        assertThat(idle.keyValueCacheUse()).isZero();
    }

    @Test
    void a_model_that_fails_fails_everything_and_the_engine_takes_no_more() {
        ModelRunner broken = new ModelRunner() {
            @Override
            public int blockSize() {
                return 4;
            }

            @Override
            public int blocks() {
                return 60;
            }

            @Override
            public void copyBlock(int from, int to) {}

            @Override
            public void wipe(int block) {}

            @Override
            public Logits run(List<Chunk> chunks) {
                throw new IllegalStateException("out of memory");
            }

            @Override
            public void close() {}
        };
        try (EngineThread failing = thread(broken, 4)) {
            Generation generation = failing.submit(request(5, 5, 2, 1), TokenListener.NONE);
            for (Completion completion : generation.completion().join()) {
                assertThat(completion.error().orElseThrow()).contains("out of memory");
            }
            assertThatThrownBy(() -> {
                        while (true) {
                            failing.submit(request(5, 5, 2, 1), TokenListener.NONE)
                                    .completion()
                                    .join();
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("takes no more requests")
                    .hasMessageContaining("out of memory");
        }
    }

    @Test
    void closing_ends_what_runs_and_refuses_what_comes() {
        EngineThread closing = thread(new HashRunner(4, 60), 4);
        Generation generation = closing.submit(endless(190), (sample, _) -> sample.pause());
        closing.close();
        assertThat(generation.completion().join().getFirst().error().orElseThrow())
                .contains("it was closed");
        assertThatThrownBy(() -> closing.submit(request(5, 5, 1, 1), TokenListener.NONE))
                .hasMessageContaining("closed");
    }

    @Test
    void a_prompt_is_read_once_for_a_group_and_for_whoever_begins_alike_later() {
        int[] prompt = new int[41];
        GenerationRequest group = new GenerationRequest(
                prompt, SamplingParameters.PLAIN, new ThinkingBudget(0, 1), 6, CounterRandom.of(1));
        engine.generate(List.of(group));
        assertThat(runner.tokensRead).isLessThanOrEqualTo(42 + 5 * 2);
        int before = runner.tokensRead;
        engine.generate(List.of(group));
        assertThat(runner.tokensRead - before)
                .as("ten blocks of four are known")
                .isLessThanOrEqualTo(2 + 5 * 2);
        int again = runner.tokensRead;
        engine.generate(List.of(group.with(DecodingOptions.DEFAULTS.withCacheScope("somebody else"))));
        assertThat(runner.tokensRead - again).as("not to others").isGreaterThanOrEqualTo(42);
    }
}
