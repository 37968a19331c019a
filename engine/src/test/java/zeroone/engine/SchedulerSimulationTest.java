package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Bridge;
import zeroone.text.generation.Completion;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.Priority;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.SoftClose;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/** Crowds on a tiny cache: whatever comes and goes, each sample says what it says alone, and no block is lost. */
class SchedulerSimulationTest {
    private static final int CONTEXT = 48;
    private static final Vocabulary VOCABULARY =
            new Vocabulary(HashRunner.VOCABULARY, new ReservedTokens(10, 11, 12, 13), Optional.empty());

    /** One crowd and the engine it meets. */
    private static final class Simulation {
        private final RandomGenerator random;
        private final HashRunner runner;
        private final EngineConfig config;
        private final Engine engine;
        private final List<Runnable> checks = new ArrayList<>();
        private final List<RunningSample> paused = new ArrayList<>();
        private final List<CompletableFuture<?>> awaited = new ArrayList<>();

        Simulation(RandomGenerator random) {
            this.random = random;
            int blockSize = List.of(1, 2, 4, 5, CONTEXT).get(random.nextInt(5));
            int least = (CONTEXT + blockSize - 1) / blockSize;
            runner = new HashRunner(blockSize, least + random.nextInt(2 * least + 1));
            int places = 1 + random.nextInt(8);
            config = new EngineConfig(
                    places, CONTEXT, places + 1 + random.nextInt(20), random.nextInt(3) / 4.0, random.nextBoolean());
            engine = new Engine(runner, VOCABULARY, config, new MemoryPlan(0, 0, 0, 0));
        }

        void run() {
            int arrivals = 4 + random.nextInt(12);
            int steps = 0;
            while (arrivals > 0 || !awaited.stream().allMatch(CompletableFuture::isDone)) {
                if (arrivals > 0 && random.nextInt(4) == 0) {
                    arrive();
                    arrivals--;
                }
                boolean worked = engine.step();
                checkBlocks();
                if (!paused.isEmpty() && (!worked || random.nextInt(6) == 0)) {
                    paused.remove(random.nextInt(paused.size())).resume();
                }
                assertThat(++steps).as("steps: does it get on?").isLessThan(20_000);
            }
            assertThat(runner.mostTokens).as("tokens of a step").isLessThanOrEqualTo(config.stepTokens());
            assertThat(engine.scheduler().all()).isEmpty();
            checks.forEach(Runnable::run);
        }

        private void arrive() {
            GenerationRequest request = request();
            List<TreeMap<Integer, LoneSample.Deed>> deeds = new ArrayList<>();
            for (int s = 0; s < request.samples(); s++) {
                deeds.add(deeds(request));
            }
            Map<Integer, List<RunningSample>> forks = new HashMap<>();
            Generation generation = engine.open(request, new TokenListener() {
                @Override
                public void token(RunningSample sample, TokenEvent event) {
                    LoneSample.Deed deed = deeds.get(sample.number()).get(event.position());
                    if (deed != null) {
                        Simulation.this.act(sample, event.position(), deed, forks);
                    }
                }
            });
            awaited.add(generation.completion());
            for (int s = 0; s < request.samples(); s++) {
                int number = s;
                checks.add(() -> compare(
                        request,
                        number,
                        deeds.get(number),
                        generation.samples().get(number).completion().join(),
                        forks.getOrDefault(number, List.of())));
            }
        }

        private void act(
                RunningSample sample, int position, LoneSample.Deed deed, Map<Integer, List<RunningSample>> forks) {
            switch (deed) {
                case LoneSample.Deed.Cancel _ -> sample.cancel();
                case LoneSample.Deed.AnswerNow _ -> sample.answerNow();
                case LoneSample.Deed.Inject(int[] tokens) -> sample.inject(tokens);
                case LoneSample.Deed.Pause _ -> {
                    sample.pause();
                    paused.add(sample);
                }
                case LoneSample.Deed.Fork(long seed) -> {
                    RunningSample fork = sample.fork(CounterRandom.of(seed), TokenListener.NONE);
                    awaited.add(fork.completion());
                    forks.computeIfAbsent(sample.number(), _ -> new ArrayList<>())
                            .add(fork);
                }
                case LoneSample.Deed.Throw _ -> throw new IllegalStateException("thrown at " + position);
            }
        }

        private GenerationRequest request() {
            int[] prompt = new int[1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 8)];
            Arrays.setAll(prompt, i -> i < 6 ? i % 3 : random.nextInt(4)); // many begin alike
            if (random.nextInt(12) == 0) {
                prompt[random.nextInt(prompt.length)] = HashRunner.POISON;
            }
            ThinkingBudget budget = new ThinkingBudget(random.nextInt(13), 1 + random.nextInt(6));
            if (random.nextInt(3) == 0) {
                budget = budget.withBridge(new Bridge(List.of(5, 6), List.of(7)));
            }
            if (random.nextInt(4) == 0) {
                budget = budget.withSoftClose(new SoftClose(random.nextInt(8), 1 + random.nextInt(3)));
            }
            if (random.nextInt(4) == 0) {
                budget = budget.withMinimum(
                        random.nextBoolean()
                                ? new MinimumThought(random.nextInt(budget.thought() + 1), 0, List.of())
                                : new MinimumThought(0, 1 + random.nextInt(2), List.of(8, 8)));
            }
            SamplingParameters sampling = List.of(
                            SamplingParameters.PLAIN,
                            SamplingParameters.GREEDY,
                            new SamplingParameters(0.7, 3, 0.9),
                            SamplingParameters.PLAIN.withMinP(0.1),
                            SamplingParameters.PLAIN.withPenalties(1.3, 0.5, 0.2),
                            SamplingParameters.PLAIN.withLogitBias(Map.of(3, -100f, 4, 1f)))
                    .get(random.nextInt(6));
            StopConditions stop =
                    random.nextInt(4) == 0 ? new StopConditions(List.of(), Set.of(2)) : StopConditions.NONE;
            DecodingOptions options = new DecodingOptions(
                    stop,
                    random.nextInt(3) == 0 ? 2 : 0,
                    Optional.empty(),
                    random.nextBoolean() ? Priority.INTERACTIVE : Priority.BATCH,
                    random.nextBoolean() ? "one" : "other");
            return new GenerationRequest(
                            prompt, sampling, budget, 1 + random.nextInt(5), CounterRandom.of(random.nextLong()))
                    .with(options);
        }

        private TreeMap<Integer, LoneSample.Deed> deeds(GenerationRequest request) {
            TreeMap<Integer, LoneSample.Deed> deeds = new TreeMap<>();
            for (int i = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0; i > 0; i--) {
                int position = random.nextInt((int) request.budget().total());
                deeds.put(
                        position,
                        switch (random.nextInt(6)) {
                            case 0 -> new LoneSample.Deed.Cancel();
                            case 1 -> new LoneSample.Deed.AnswerNow();
                            case 2 -> new LoneSample.Deed.Inject(1, 2, random.nextInt(9));
                            case 3 -> new LoneSample.Deed.Pause();
                            case 4 -> new LoneSample.Deed.Throw();
                            default -> new LoneSample.Deed.Fork(random.nextLong());
                        });
            }
            return deeds;
        }

        private void compare(
                GenerationRequest request,
                int number,
                TreeMap<Integer, LoneSample.Deed> deeds,
                Completion actual,
                List<RunningSample> forks) {
            Decoder decoder = new Decoder(request, request.random().split(number), VOCABULARY);
            decoder.begin();
            LoneSample alone = new LoneSample(decoder, deeds);
            same(actual, alone.complete(VOCABULARY), request);
            assertThat(forks).hasSameSizeAs(alone.forks);
            for (int i = 0; i < forks.size(); i++) {
                same(forks.get(i).completion().join(), alone.forks.get(i), request);
            }
        }

        private static void same(Completion actual, Completion expected, GenerationRequest request) {
            assertThat(actual.tokens())
                    .as(actual.error() + " " + expected.error())
                    .containsExactly(expected.tokens());
            assertThat(actual.logProbs()).containsExactly(expected.logProbs());
            assertThat(actual.rawLogProbs()).containsExactly(expected.rawLogProbs());
            assertThat(actual.forced()).containsExactly(expected.forced());
            assertThat(actual.alternatives()).isEqualTo(expected.alternatives());
            assertThat(actual.finishReason())
                    .as(actual.error() + " " + expected.error())
                    .isEqualTo(expected.finishReason());
            assertThat(actual.error()).isEqualTo(expected.error());
            ThinkingBudget budget = request.budget();
            assertThat((long) actual.tokens().length).isLessThanOrEqualTo(budget.total());
            assertThat(actual.thoughtLength())
                    .isLessThanOrEqualTo(
                            budget.thought() + budget.bridge().before().size());
            if (actual.finishReason() == FinishReason.LENGTH) {
                assertThat(actual.answer().length)
                        .as("the answer has all of its own")
                        .isGreaterThanOrEqualTo(budget.answer());
            }
        }

        /** Every block is held by exactly those whose table has it, or is free, or is kept for whoever begins alike. */
        private void checkBlocks() {
            BlockPool pool = engine.scheduler().memory().pool();
            int[] holders = new int[pool.size()];
            @Nullable String[] scopes = new String[pool.size()];
            for (Sequence sequence : engine.scheduler().running()) {
                assertThat(sequence.blockCount() * runner.blockSize()).isGreaterThanOrEqualTo(sequence.stored());
                for (int i = 0; i < sequence.blockCount(); i++) {
                    int block = sequence.block(i);
                    if (scopes[block] != null && !scopes[block].equals(sequence.scope())) {
                        throw new AssertionError("block " + block + " is shared across scopes");
                    }
                    scopes[block] = sequence.scope();
                    holders[block]++;
                }
            }
            int available = 0;
            for (int block = 0; block < pool.size(); block++) {
                boolean free = holders[block] == 0 && !pool.remembered(block);
                if (pool.holders(block) != holders[block] || pool.isFree(block) != free) {
                    throw new AssertionError("block " + block + " counts " + pool.holders(block) + " holders of "
                            + holders[block] + ", free " + pool.isFree(block) + "; " + engine.scheduler());
                }
                available += holders[block] == 0 ? 1 : 0;
            }
            assertThat(pool.available()).isEqualTo(available);
            assertThat(engine.scheduler().running().size()).isLessThanOrEqualTo(config.maxSequences());
        }
    }

    @Test
    void each_sample_says_what_it_says_alone_and_no_block_is_lost() {
        Property.seeded(11).holds(400, random -> new Simulation(random).run());
    }
}
