package zeroone.cli.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import zeroone.engine.Engine;
import zeroone.engine.EngineConfig;
import zeroone.engine.MemoryPlan;
import zeroone.evaluation.scaling.InferenceFlops;
import zeroone.model.CausalLm;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.WeightFormat;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/**
 * Measures reading and writing of an engine over numbers of sequences and depths, as llama-bench does; but through the
 * whole engine, with scheduling and sampling.
 *
 * @param settings what is measured
 */
public record EngineBench(
        CausalLm model, WeightFormat format, InferenceFlops flops, Machine machine, Settings settings) {
    /** Which tokens these are does not matter for speed, as thoughts are made to last. */
    private static final ReservedTokens RESERVED = new ReservedTokens(0, 1, 2, 3);

    /** The end of an empty thought and an answer of one token. */
    private static final int AFTER_PROMPT = 2;

    private static final int STEP_TOKENS = 512;

    /**
     * @param prompts lengths of prompts to read; may be empty
     * @param tokens to generate a sequence
     * @param batches numbers of sequences at the same time
     * @param depths tokens that sequences have before
     * @param repetitions of each measurement, after one that warms up
     * @param threads cores
     */
    public record Settings(
            List<Integer> prompts,
            int tokens,
            List<Integer> batches,
            List<Integer> depths,
            int repetitions,
            int threads) {
        public Settings {
            prompts = List.copyOf(prompts);
            batches = List.copyOf(batches);
            depths = List.copyOf(depths);
            if (tokens < 2 || repetitions < 1 || threads < 1) {
                throw new IllegalArgumentException("at least 2 tokens, 1 repetition and 1 thread: " + tokens + ", "
                        + repetitions + ", " + threads);
            }
        }
    }

    /** What the largest engine that is measured will keep in memory. */
    public MemoryPlan largest() {
        Stream<EngineConfig> reading = settings.prompts().stream().map(length -> reading(shortened(length)));
        Stream<EngineConfig> writing = settings.depths().stream()
                .flatMap(depth -> settings.batches().stream().map(batch -> writing(batch, depth)));
        return Stream.concat(reading, writing)
                .map(config -> Engine.plan(model, format, settings.threads(), config))
                .max(Comparator.comparingLong(MemoryPlan::total))
                .orElseThrow(() -> new IllegalArgumentException("there is nothing to measure: no prompt and no batch"));
    }

    /** Prompts that the model's context does not hold. */
    public List<Integer> tooLong() {
        return settings.prompts().stream()
                .filter(length -> length > longestPrompt())
                .toList();
    }

    /** The longest prompt that the model's context holds with what follows it. */
    public int longestPrompt() {
        return model.config().maxPositions() - AFTER_PROMPT;
    }

    private int shortened(int prompt) {
        return Math.min(prompt, longestPrompt());
    }

    /** Measures everything; each figure is handed out as soon as it is there. */
    public void run(Consumer<EngineFigure> figures) {
        for (int length : settings.prompts()) {
            figures.accept(read(shortened(length)));
        }
        for (int depth : settings.depths()) {
            for (int batch : settings.batches()) {
                figures.accept(write(batch, depth));
            }
        }
    }

    /** What the format costs in exactness. */
    public PrecisionCost precisionCost() {
        return PrecisionCost.measure(model, RESERVED, format, settings.threads());
    }

    private static EngineConfig config(int sequences, int context) {
        return new EngineConfig(sequences, context, Math.max(STEP_TOKENS, 2 * sequences), 0, false);
    }

    private static EngineConfig reading(int length) {
        return config(1, length + AFTER_PROMPT);
    }

    private EngineConfig writing(int batch, int depth) {
        return config(batch, prompt(depth) + settings.tokens() + 1);
    }

    private static int prompt(int depth) {
        return Math.max(1, depth);
    }

    private Engine engine(EngineConfig config) {
        return Engine.packed(model, RESERVED, format, settings.threads(), config);
    }

    private EngineFigure read(int length) {
        try (Engine engine = engine(reading(length))) {
            double work = flops.forward(length) - (length - 1) * headFlops(); // only what follows the last is scored
            double bytes = engine.memoryPlan().packed() * Math.ceil(length / (double) STEP_TOKENS);
            return figure(engine, "pp" + length, 1, 0, length, work, bytes, seed -> {
                long start = System.nanoTime();
                engine.generate(List.of(request(length, new ThinkingBudget(0, 1), seed)));
                return (System.nanoTime() - start) / 1e9;
            });
        }
    }

    /** Operations of scoring what follows one position. */
    private double headFlops() {
        return 2.0 * model.config().vocabularySize() * model.config().hiddenSize();
    }

    private EngineFigure write(int batch, int depth) {
        int prompt = prompt(depth);
        int tokens = settings.tokens();
        try (Engine engine = engine(writing(batch, depth))) {
            MemoryPlan plan = engine.memoryPlan();
            double positionBytes = plan.keyValues() / (double) plan.positions();
            int steps = tokens - 1;
            double work = batch * (flops.forward(prompt + tokens) - flops.forward(prompt + 1));
            double bytes = steps * (plan.packed() + batch * (prompt + tokens / 2.0) * positionBytes);
            return figure(engine, "tg" + tokens, batch, depth, (double) batch * steps, work, bytes, seed -> {
                ThinkingBudget budget =
                        new ThinkingBudget(tokens - 1, 1).withMinimum(new MinimumThought(tokens - 1, 0, List.of()));
                List<GenerationRequest> requests = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    requests.add(request(prompt, budget, seed * 1000L + i));
                }
                FirstTokens watch = new FirstTokens(batch);
                engine.generate(requests, watch);
                // A few tokens come before all have begun; the time is that of as many as are counted.
                return (System.nanoTime() - watch.allStarted()) / 1e9 * ((double) batch * steps / watch.rest());
            });
        }
    }

    /** Starts the clock when every sequence has its first token, so that reading prompts is not counted. */
    private static final class FirstTokens implements GenerationListener {
        private final int sequences;
        private int started;
        private long time;
        private long rest;

        FirstTokens(int sequences) {
            this.sequences = sequences;
        }

        @Override
        public void token(int request, int sample, int position, int token) {
            if (position == 0 && ++started == sequences) {
                time = System.nanoTime();
            } else if (started == sequences) {
                rest++;
            }
        }

        long allStarted() {
            return time;
        }

        /** Tokens that came after that. */
        long rest() {
            return rest;
        }
    }

    private static GenerationRequest request(int length, ThinkingBudget budget, long seed) {
        int[] prompt = CounterRandom.of(seed).sequence().ints(length, 4, 1000).toArray();
        return new GenerationRequest(prompt, SamplingParameters.PLAIN, budget, 1, CounterRandom.of(seed));
    }

    private interface Run {
        double seconds(long seed);
    }

    /**
     * @param work floating-point operations that are needed
     * @param bytes of weights and cache that are read
     */
    private EngineFigure figure(
            Engine engine, String test, int batch, int depth, double tokens, double work, double bytes, Run run) {
        warmUp(run);
        List<Double> rates = new ArrayList<>();
        for (int i = 1; i <= settings.repetitions(); i++) {
            rates.add(tokens / run.seconds(i));
        }
        Rate rate = Rate.of(rates);
        double seconds = tokens / rate.mean();
        return new EngineFigure(
                test,
                batch,
                depth,
                rate.mean(),
                rate.deviation(),
                work / seconds / machine.flops(format.activations()),
                bytes / seconds / machine.readBytesPerSecond(),
                engine.memoryPlan().total(),
                NativeLibrary.residentBytes());
    }

    /** Until the just-in-time compiler is done: for three seconds at least, twice at least. */
    private static void warmUp(Run run) {
        double spent = run.seconds(-1);
        for (long i = 2; i < 3 || spent < 3; i++) {
            spent += run.seconds(-i);
        }
    }
}
