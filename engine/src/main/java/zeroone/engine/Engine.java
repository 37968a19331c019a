package zeroone.engine;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import zeroone.model.CausalLm;
import zeroone.tensor.WeightFormat;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.Priority;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.Scorer;
import zeroone.text.generation.TokenListener;

/**
 * Turns a model into a {@link Generator}: sequences share every run of the model, join while others run and leave as they
 * finish. Everything happens in {@link #step}. One thread at a time drives it, by {@link #generate} and {@link #score}; an
 * {@link EngineThread} drives it for many.
 */
public final class Engine implements Generator, Scorer, AutoCloseable {
    private static final System.Logger LOG = System.getLogger("zeroone.engine");

    private final ModelRunner runner;
    private final Vocabulary vocabulary;
    private final int contextLength;
    private final Door door;
    private final MemoryPlan memoryPlan;
    private final Scheduler scheduler;
    private final List<SamplingWorkspace> workspaces; // by thread

    private final Mailbox mail = new Mailbox();
    private final Map<Job, Sequence> live = new IdentityHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private long arrivals;
    private volatile double keyValueCacheUse;

    /** An engine on libtorch, as reinforcement learning samples with: on the weights themselves, which may change. */
    public Engine(CausalLm model, ReservedTokens reserved, EngineConfig config) {
        this(model, reserved, Optional.empty(), config);
    }

    /** An engine on libtorch that finds stop strings. */
    public Engine(CausalLm model, Tokenizer tokenizer, EngineConfig config) {
        this(model, tokenizer.reserved(), Optional.of(tokenizer), config);
    }

    /**
     * An engine on a copy of the model that is packed for the processor: the fastest there is without a GPU. It follows
     * the weights of the model when they change, and forgets what it stored of the old ones; where it rounds them to a few
     * bits, it refuses to go on.
     *
     * @param threads cores that work on every step together
     */
    public static Engine packed(
            CausalLm model, Tokenizer tokenizer, WeightFormat format, int threads, EngineConfig config) {
        return packed(
                model,
                new Vocabulary(model.config().vocabularySize(), tokenizer.reserved(), Optional.of(tokenizer)),
                format,
                threads,
                config);
    }

    /** An engine on a packed copy of the model that knows no text, so that there are no stop strings. */
    public static Engine packed(
            CausalLm model, ReservedTokens reserved, WeightFormat format, int threads, EngineConfig config) {
        return packed(
                model,
                new Vocabulary(model.config().vocabularySize(), reserved, Optional.empty()),
                format,
                threads,
                config);
    }

    /** What an engine on a packed copy will keep in memory, before anything of it is allocated; of weights roughly. */
    public static MemoryPlan plan(CausalLm model, WeightFormat format, int threads, EngineConfig config) {
        return PackedRunner.plan(model, format, threads, config);
    }

    private static Engine packed(
            CausalLm model, Vocabulary vocabulary, WeightFormat format, int threads, EngineConfig config) {
        PackedRunner runner = PackedRunner.of(model, format, threads, config);
        return new Engine(runner, vocabulary, config, runner.plan());
    }

    private Engine(CausalLm model, ReservedTokens reserved, Optional<Tokenizer> tokenizer, EngineConfig config) {
        this(
                new Vocabulary(model.config().vocabularySize(), reserved, tokenizer),
                model,
                config,
                TensorRunner.plan(model, config));
    }

    /** The runner comes last: what it allocates nobody would free if anything else were refused. */
    private Engine(Vocabulary vocabulary, CausalLm model, EngineConfig config, MemoryPlan memoryPlan) {
        this(TensorRunner.of(model, config), vocabulary, config, memoryPlan);
    }

    Engine(ModelRunner runner, Vocabulary vocabulary, EngineConfig config, MemoryPlan memoryPlan) {
        this.runner = runner;
        this.vocabulary = vocabulary;
        this.contextLength = config.contextLength();
        this.door = new Door(vocabulary, contextLength, runner.blockSize(), runner.blocks());
        this.memoryPlan = memoryPlan;
        Memory memory = new Memory(runner, contextLength, config.prefixCache());
        this.scheduler = new Scheduler(config, memory, vocabulary.size());
        this.workspaces = Stream.generate(() -> SamplingWorkspace.of(vocabulary.size()))
                .limit(runner.threads())
                .toList();
    }

    /** Does what was asked for, plans, runs the model, samples, and publishes what came of it; false if nothing was. */
    boolean step() {
        readMail();
        if (!live.isEmpty() && runner.refresh()) { // weights are only looked at for somebody: they may be changing now
            scheduler.forget();
        }
        List<Sequence> batch = scheduler.schedule();
        boolean did = batch.isEmpty() ? failStuck() : run(batch);
        keyValueCacheUse = scheduler.memory().pool().use(); // the mail alone may have changed it
        return did;
    }

    private boolean run(List<Sequence> batch) {
        Logits logits = runner.run(batch.stream().map(Sequence::chunk).toList());
        sample(batch, logits).forEach(this::publish);
        return true;
    }

    /** The share of the key-value cache that sequences hold. Any thread. */
    double keyValueCacheUse() {
        return keyValueCacheUse;
    }

    /** Whose scores begin where. */
    private record Turn(Sequence sequence, int firstRow, int firstPosition, int scored) {}

    /** Hands out the scores; returns whose they were: parts of prompts that are read have none. */
    private List<Sequence> sample(List<Sequence> batch, Logits logits) {
        List<Turn> turns = new ArrayList<>();
        int row = 0;
        for (Sequence sequence : batch) {
            int end = sequence.stored() + sequence.planned();
            int scored = sequence.scored(sequence.planned());
            scheduler.advance(sequence);
            if (scored > 0) {
                turns.add(new Turn(sequence, row, end - scored, scored));
            }
            row += scored;
        }
        runner.forEach(turns.size(), (index, thread) -> {
            Turn turn = turns.get(index);
            Sequence sequence = turn.sequence();
            guarded(sequence, () -> {
                sequence.job()
                        .take(logits, turn.firstRow(), turn.firstPosition(), turn.scored(), workspaces.get(thread));
                sequence.prove();
            });
        });
        return turns.stream().map(Turn::sequence).toList();
    }

    /** Reads what is there now: who writes without end keeps nobody from the step. */
    private void readMail() {
        for (int letters = mail.size(); letters > 0; letters--) {
            Runnable letter = mail.poll();
            if (letter != null) {
                letter.run();
            }
        }
    }

    /** Only the sequence itself bears what goes wrong with it, be it an assertion or a class that is missing. */
    private static void guarded(Sequence sequence, Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            if (SequenceException.endsAll(failure)) {
                throw failure;
            }
            sequence.job().fail(failure);
        }
    }

    private void publish(Sequence sequence) {
        guarded(sequence, sequence.job()::publish);
        if (sequence.job().finished()) {
            leave(sequence);
        }
    }

    /** Whatever the runner throws, who waits for it is told. */
    private void leave(Sequence sequence) {
        try {
            scheduler.remove(sequence);
        } finally {
            live.remove(sequence.job());
            sequence.job().complete();
        }
    }

    /** Something could go on, and nothing that anything could give back keeps it from that: better told than endured. */
    private boolean failStuck() {
        Sequence stuck = scheduler.stuck();
        if (stuck == null) {
            return false;
        }
        LOG.log( // the others are nothing that the one who asked should hear of
                System.Logger.Level.ERROR, "sequence #" + stuck.arrival() + " does not get on: " + scheduler);
        stuck.job()
                .fail(new SequenceException("the engine cannot get on with this request of " + stuck.length()
                        + " tokens, which should have been possible; ask again, and if that does not help, tell who runs"
                        + " the engine: its log has the details of #" + stuck.arrival()));
        publish(stuck);
        return true;
    }

    /** Begins to answer a request, by steps to come. Any thread. */
    Generation open(GenerationRequest request, TokenListener listener) {
        door.check(request);
        AtomicInteger numbers = new AtomicInteger(request.samples());
        List<RunningSample> samples = new ArrayList<>();
        for (int number = 0; number < request.samples(); number++) {
            Decoder decoder = new Decoder(request, request.random().split(number), vocabulary);
            samples.add(new EngineSample(this, number, numbers, decoder, listener));
        }
        Family family = new Family();
        for (RunningSample sample : samples) { // a letter each, so that one which is lost takes no other with it
            EngineSample job = (EngineSample) sample;
            post(job, () -> enter(job, family, request.options(), job::begin));
        }
        return () -> samples;
    }

    /** Has a job begun before the next step; if there will be none, it ends now. */
    private void post(Job job, Runnable letter) {
        mail.post(letter).ifPresent(why -> {
            job.fail(stopped(why));
            job.complete();
        });
    }

    private static SequenceException stopped(String why) {
        return new SequenceException("the engine was stopped: " + why);
    }

    private void enter(Job job, Family family, DecodingOptions options, Runnable begin) {
        Sequence sequence = new Sequence(job, family, options.priority(), options.cacheScope(), arrivals++);
        live.put(job, sequence);
        scheduler.add(sequence);
        guarded(sequence, begin);
        if (job.finished()) {
            publish(sequence);
        }
    }

    /** Does something to a job before the next step; nothing if it has ended, or is about to with all others. Any thread. */
    void ask(Job job, Consumer<Sequence> action) {
        mail.post(() -> {
            Sequence sequence = live.get(job);
            if (sequence != null) {
                guarded(sequence, () -> action.accept(sequence));
                if (job.finished()) {
                    publish(sequence);
                }
            }
        });
    }

    void fork(EngineSample parent, EngineSample fork) {
        post(fork, () -> {
            Sequence sequence = live.get(parent);
            Family family = sequence == null ? new Family() : sequence.family();
            enter(fork, family, fork.options(), () -> {
                if (sequence == null) {
                    throw new SequenceException("the sample to branch from had ended");
                }
                fork.branch(parent);
            });
        });
    }

    void requireInjectable(int[] tokens) {
        door.checkInjected(tokens);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        requests.forEach(door::check);
        GenerationCall call = new GenerationCall(requests, listener, this::open);
        drive(call::done);
        return call.results();
    }

    @Override
    public List<ContinuationScore> score(List<Continuation> continuations) {
        return score(continuations, Priority.BATCH, "");
    }

    @Override
    public List<ContinuationScore> score(List<Continuation> continuations, Priority priority, String cacheScope) {
        ScoringCall call = openScores(continuations, priority, cacheScope);
        drive(call::done);
        return call.results();
    }

    /** Begins to score, by steps to come. Any thread. */
    ScoringCall openScores(List<Continuation> continuations, Priority priority, String cacheScope) {
        continuations.forEach(door::check);
        DecodingOptions options =
                DecodingOptions.DEFAULTS.withPriority(priority).withCacheScope(cacheScope);
        Map<IntBuffer, Family> families = new HashMap<>(); // by prompt, which is read once
        List<ScoringJob> jobs = new ArrayList<>();
        for (Continuation continuation : continuations) {
            Family family = families.computeIfAbsent(IntBuffer.wrap(continuation.prompt()), _ -> new Family());
            ScoringJob job = new ScoringJob(continuation);
            jobs.add(job);
            post(job, () -> enter(job, family, options, () -> {}));
        }
        return new ScoringCall(this, jobs);
    }

    private void drive(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                if (!step() && !done.getAsBoolean()) {
                    awaitMail(); // all are paused: another thread will let one go on
                }
            }
        } catch (RuntimeException | Error failure) {
            abandon(SequenceException.tell(failure));
            throw failure;
        }
    }

    /** Waits until something is asked for, without a step. */
    void awaitMail() {
        try {
            mail.take().run();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nothing was to be done", interruption);
        }
    }

    /** Ends everything, for a reason that everybody is told, whatever listeners and the runner throw meanwhile. */
    void abandon(String why) {
        do {
            for (Runnable letter = mail.poll(); letter != null; letter = mail.poll()) {
                attempt(letter);
            }
            for (Sequence sequence : scheduler.all()) {
                attempt(() -> sequence.job().fail(stopped(why)));
                attempt(sequence.job()::publish);
                attempt(() -> leave(sequence));
            }
            keyValueCacheUse = scheduler.memory().pool().use();
        } while (mail.size() > 0);
    }

    /** Ends everything and takes nothing more. By the thread that drives the engine, or when there is none any more. */
    void end(String why) {
        mail.close(why);
        abandon(why);
    }

    /** Others wait, too, for what is to be done next. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            LOG.log(System.Logger.Level.WARNING, "as the engine was stopped: " + SequenceException.tell(failure));
        }
    }

    /** Makes a thread in {@link #awaitMail} return. */
    void wake() {
        mail.post(() -> {});
    }

    void check(GenerationRequest request) {
        door.check(request);
    }

    /** What this engine keeps in memory. */
    public MemoryPlan memoryPlan() {
        return memoryPlan;
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    /** Ends what has not ended and frees what the model needs. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end("it was closed");
            runner.close();
        }
    }
}
