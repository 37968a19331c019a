package zeroone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zeroone.testkit.Property;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/** Crowds on a tiny cache: whatever comes and goes, each sample says what it says alone, and no block is lost. */
class SchedulerSimulationTest {
    private static final int CONTEXT = 48;
    private static final Vocabulary VOCABULARY = SimulatedRequests.VOCABULARY;

    /** What is worth nothing if it never happens. */
    private enum Event {
        ARRIVAL,
        PREEMPTION,
        COPY_OF_A_BLOCK,
        SHARED_BLOCK,
        PAUSE,
        INJECTION,
        ANSWER_NOW,
        CANCELLED_BEFORE_IT_RAN,
        CANCELLED_IN_ITS_PROMPT,
        CANCELLED_AS_IT_WROTE,
        CANCELLED_FORK,
        FORK_BEFORE_IT_RAN,
        FORK_IN_THE_PROMPT,
        FORK_AS_IT_WROTE,
        FORK_OF_A_FORK,
        FORK_OF_WHAT_HAD_ENDED,
        RESUMED,
        SCORED,
        CONSTRAINED,
        STOP_STRING,
        FAILURE
    }

    private final Map<Event, Integer> counts = new EnumMap<>(Event.class);

    private void count(Event event, int times) {
        if (times > 0) {
            counts.merge(event, times, Integer::sum);
        }
    }

    /** A sample and what is done to it. */
    private static final class Actor implements TokenListener {
        private final Simulation simulation;
        private final GenerationRequest request;
        private final LoneSample.Script script;
        private final int depth; // forks of forks
        private @Nullable RunningSample sample;
        private int heard;

        Actor(Simulation simulation, GenerationRequest request, LoneSample.Script script, int depth) {
            this.simulation = simulation;
            this.request = request;
            this.script = script;
            this.depth = depth;
        }

        @Override
        public void token(RunningSample spoken, TokenEvent event) {
            heard++;
            LoneSample.Deed deed = script.atPositions().get(event.position());
            if (deed instanceof LoneSample.Deed.Throw) {
                throw new IllegalStateException("thrown at " + event.position());
            } else if (deed != null) {
                simulation.act(this, spoken, deed);
            }
        }

        boolean ended() {
            return sample == null || sample.completion().isDone();
        }
    }

    /** One crowd and the engine it meets. */
    private final class Simulation {
        private final RandomGenerator random;
        private final SimulatedRequests requests;
        private final HashRunner runner;
        private final EngineConfig config;
        private final Engine engine;
        private final List<Runnable> checks = new ArrayList<>();
        private final List<RunningSample> paused = new ArrayList<>();
        private final List<Actor> actors = new ArrayList<>();
        private final Map<LoneSample.Deed, RunningSample> forks = new IdentityHashMap<>();
        private final List<CompletableFuture<?>> awaited = new ArrayList<>();

        Simulation(RandomGenerator random) {
            this.random = random;
            requests = new SimulatedRequests(random);
            int blockSize = List.of(1, 2, 4, 5, CONTEXT).get(random.nextInt(5));
            int least = (CONTEXT + blockSize - 1) / blockSize;
            runner = new HashRunner(blockSize, least + random.nextInt(2 * least + 1));
            int places = 1 + random.nextInt(8);
            config = new EngineConfig(
                    places,
                    CONTEXT,
                    places + 1 + random.nextInt(random.nextInt(2) == 0 ? 3 : 20),
                    random.nextInt(3) / 4.0,
                    random.nextBoolean());
            engine = new Engine(runner, VOCABULARY, config, new MemoryPlan(0, 0, 0, 0));
        }

        void run() {
            int arrivals = 4 + random.nextInt(14);
            int steps = 0;
            while (arrivals > 0 || !awaited.stream().allMatch(CompletableFuture::isDone)) {
                if (arrivals > 0 && random.nextInt(3) == 0) {
                    arrive();
                    arrivals--;
                }
                if (random.nextInt(3) == 0) {
                    interfere();
                }
                boolean worked = step();
                if (!paused.isEmpty() && (!worked || random.nextInt(6) == 0)) {
                    paused.remove(random.nextInt(paused.size())).resume();
                }
                assertThat(++steps).as("steps: does it get on?").isLessThan(5_000);
            }
            assertThat(runner.mostTokens).as("tokens of a step").isLessThanOrEqualTo(config.stepTokens());
            assertThat(engine.scheduler().all()).isEmpty();
            assertThat(engine.keyValueCacheUse()).isZero();
            count(Event.COPY_OF_A_BLOCK, runner.copies);
            checks.forEach(Runnable::run);
        }

        private boolean step() {
            Set<Sequence> before = new HashSet<>(engine.scheduler().running());
            boolean worked = engine.step();
            before.removeAll(engine.scheduler().running());
            before.retainAll(engine.scheduler().all());
            count(Event.PREEMPTION, before.size());
            checkBlocks();
            if (!worked) {
                assertThat(engine.scheduler().all())
                        .as("nothing is done only if all that is there is paused")
                        .allMatch(Sequence::paused);
            }
            return worked;
        }

        private void arrive() {
            count(Event.ARRIVAL, 1);
            if (random.nextInt(8) == 0) {
                arriveToScore();
                return;
            }
            GenerationRequest request = requests.request();
            count(Event.RESUMED, request.resumed().length() > 0 ? 1 : 0);
            List<Actor> mine = IntStream.range(0, request.samples())
                    .mapToObj(s -> new Actor(this, request, requests.script(request, 0), 0))
                    .toList();
            Generation generation = engine.open(
                    request, (sample, event) -> mine.get(sample.number()).token(sample, event));
            awaited.add(generation.completion());
            for (int s = 0; s < request.samples(); s++) {
                Actor actor = mine.get(s);
                actor.sample = generation.samples().get(s);
                actors.add(actor);
                checks.add(() -> compare(actor));
            }
        }

        private void arriveToScore() {
            List<Continuation> continuations = requests.continuations();
            List<CompletableFuture<ContinuationScore>> scores = engine.openScores(
                            continuations,
                            random.nextBoolean() ? Priority.INTERACTIVE : Priority.BATCH,
                            random.nextBoolean() ? "one" : "other")
                    .scores();
            scores.forEach(score -> awaited.add(score.exceptionally(_ -> null)));
            count(Event.SCORED, scores.size());
            checks.add(() -> {
                for (int i = 0; i < scores.size(); i++) {
                    compareScore(continuations.get(i), scores.get(i));
                }
            });
        }

        /** Somebody does something between two steps, to whatever is there in whatever state. */
        private void interfere() {
            List<Actor> there = actors.stream()
                    .filter(actor -> !actor.ended() || random.nextInt(20) == 0)
                    .toList();
            if (there.isEmpty()) {
                return;
            }
            Actor actor = there.get(random.nextInt(there.size()));
            LoneSample.Deed deed = requests.deed(actor.request, actor.depth);
            actor.script
                    .between()
                    .add(new LoneSample.Timed(actor.ended() ? LoneSample.Timed.AFTER_THE_END : actor.heard, deed));
            observe(actor, deed);
            if (actor.sample != null) {
                act(actor, actor.sample, deed);
            }
        }

        private void observe(Actor actor, LoneSample.Deed deed) {
            Sequence sequence = engine.scheduler().all().stream()
                    .filter(s -> s.job() == actor.sample)
                    .findFirst()
                    .orElse(null);
            boolean runs = engine.scheduler().running().contains(sequence);
            boolean reads = runs
                    && sequence != null
                    && sequence.stored() < sequence.job().promptLength() - 1;
            switch (deed) {
                case LoneSample.Deed.Cancel _
                when !actor.ended() -> {
                    count(
                            reads
                                    ? Event.CANCELLED_IN_ITS_PROMPT
                                    : runs ? Event.CANCELLED_AS_IT_WROTE : Event.CANCELLED_BEFORE_IT_RAN,
                            1);
                    count(Event.CANCELLED_FORK, actor.depth > 0 ? 1 : 0);
                }
                case LoneSample.Deed.Fork _ -> {
                    count(
                            actor.ended()
                                    ? Event.FORK_OF_WHAT_HAD_ENDED
                                    : reads
                                            ? Event.FORK_IN_THE_PROMPT
                                            : runs ? Event.FORK_AS_IT_WROTE : Event.FORK_BEFORE_IT_RAN,
                            1);
                    count(Event.FORK_OF_A_FORK, actor.depth > 0 ? 1 : 0);
                }
                default -> {}
            }
        }

        private void act(Actor actor, RunningSample sample, LoneSample.Deed deed) {
            switch (deed) {
                case LoneSample.Deed.Cancel _ -> sample.cancel();
                case LoneSample.Deed.AnswerNow _ -> {
                    count(Event.ANSWER_NOW, 1);
                    sample.answerNow();
                }
                case LoneSample.Deed.Inject(int[] tokens) -> {
                    count(Event.INJECTION, 1);
                    sample.inject(tokens);
                }
                case LoneSample.Deed.Pause _ -> {
                    count(Event.PAUSE, 1);
                    sample.pause();
                    paused.add(sample);
                }
                case LoneSample.Deed.Fork fork -> {
                    Actor branch = new Actor(this, actor.request, fork.script(), actor.depth + 1);
                    branch.sample = sample.fork(CounterRandom.of(fork.seed()), branch);
                    actors.add(branch);
                    awaited.add(branch.sample.completion());
                    forks.put(fork, branch.sample);
                }
                case LoneSample.Deed.Throw _ -> throw new AssertionError("only a listener throws");
            }
        }

        private void compare(Actor actor) {
            RunningSample sample = Objects.requireNonNull(actor.sample);
            GenerationRequest request = actor.request;
            Decoder decoder = new Decoder(request, request.random().split(sample.number()), VOCABULARY);
            LoneSample.Result alone = LoneSample.complete(decoder, actor.script, VOCABULARY);
            same(sample.completion().join(), alone.completion(), request);
            alone.forks().forEach((deed, expected) -> {
                RunningSample fork = Objects.requireNonNull(forks.remove(deed), "a fork that was never made");
                same(fork.completion().join(), expected, request);
            });
        }

        private void same(Completion actual, Completion expected, GenerationRequest request) {
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
            count(Event.FAILURE, actual.finishReason() == FinishReason.ERROR ? 1 : 0);
            count(Event.STOP_STRING, actual.finishReason() == FinishReason.STOP_STRING ? 1 : 0);
            count(
                    Event.CONSTRAINED,
                    request.options().constraint().isPresent()
                                    && actual.finishReason() == FinishReason.STOP
                                    && actual.answer().length > 1
                            ? 1
                            : 0);
        }

        private void compareScore(Continuation continuation, CompletableFuture<ContinuationScore> score) {
            TokenDistribution raw = new TokenDistribution(HashRunner.VOCABULARY);
            float[] scores = new float[HashRunner.VOCABULARY];
            int[] prompt = continuation.prompt();
            for (int t = 0; t < continuation.tokens().length; t++) {
                int[] before = IntStream.concat(
                                IntStream.of(prompt),
                                IntStream.of(continuation.tokens()).limit(t))
                        .toArray();
                HashRunner.scores(before, scores, 0);
                if (!raw.read(scores, 0, 1)) {
                    assertThat(score).isCompletedExceptionally();
                    return;
                }
                assertThat(score.join().logProbs()[t])
                        .isEqualTo(raw.logProb(continuation.tokens()[t]));
                assertThat(score.join().mostLikely()[t])
                        .isEqualTo(raw.mostLikely() == continuation.tokens()[t]);
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
                count(Event.SHARED_BLOCK, holders[block] > 1 ? 1 : 0);
            }
            assertThat(pool.available()).isEqualTo(available);
            assertThat(engine.keyValueCacheUse()).isEqualTo(pool.use());
            assertThat(engine.scheduler().running().size()).isLessThanOrEqualTo(config.maxSequences());
        }
    }

    @Test
    void each_sample_says_what_it_says_alone_and_no_block_is_lost() {
        Property.seeded(11).holds(800, random -> new Simulation(random).run());

        for (Event event : Event.values()) {
            assertThat(counts.getOrDefault(event, 0))
                    .as(event + " in " + counts)
                    .isGreaterThan(9);
        }
        assertThat(counts.get(Event.ARRIVAL)).isGreaterThan(8_000);
    }
}
