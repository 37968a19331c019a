package zeroone.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import zeroone.engine.Engine;
import zeroone.engine.EngineConfig;
import zeroone.evaluation.scaling.InferenceFlops;
import zeroone.model.CausalLm;
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

    /** Measures everything; each figure is handed out as soon as it is there. */
    public void run(Consumer<EngineFigure> figures) {
        for (int length : settings.prompts()) {
            figures.accept(reading(Math.min(length, model.config().maxPositions() - 2)));
        }
        for (int depth : settings.depths()) {
            for (int batch : settings.batches()) {
                figures.accept(writing(batch, depth));
            }
        }
    }

    /** What the format costs in exactness. */
    public PrecisionCost precisionCost() {
        return PrecisionCost.measure(model, RESERVED, format, settings.threads());
    }

    private Engine engine(int sequences, int context) {
        int stepTokens = Math.max(512, 2 * sequences);
        EngineConfig config = new EngineConfig(sequences, context, stepTokens, 0, false);
        return Engine.packed(model, RESERVED, format, settings.threads(), config);
    }

    private EngineFigure reading(int length) {
        try (Engine engine = engine(1, length + 2)) {
            double work = flops.forward(length);
            return figure("pp" + length, 1, 0, length, work, weightBytes() * Math.ceil(length / 512.0), seed -> {
                long start = System.nanoTime();
                engine.generate(List.of(request(length, new ThinkingBudget(0, 1), seed)));
                return (System.nanoTime() - start) / 1e9;
            });
        }
    }

    private EngineFigure writing(int batch, int depth) {
        int prompt = Math.max(1, depth);
        int tokens = settings.tokens();
        try (Engine engine = engine(batch, prompt + tokens + 1)) {
            int steps = tokens - 1;
            double work = batch * (flops.forward(prompt + tokens) - flops.forward(prompt + 1));
            double bytes = steps * (weightBytes() + batch * (prompt + tokens / 2.0) * positionBytes());
            return figure("tg" + tokens, batch, depth, (double) batch * steps, work, bytes, seed -> {
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

    private EngineFigure figure(String test, int batch, int depth, double tokens, double work, double bytes, Run run) {
        warmUp(run);
        double sum = 0;
        double squares = 0;
        for (int i = 1; i <= settings.repetitions(); i++) {
            double rate = tokens / run.seconds(i);
            sum += rate;
            squares += rate * rate;
        }
        double mean = sum / settings.repetitions();
        double variance = Math.max(0, squares / settings.repetitions() - mean * mean);
        double seconds = tokens / mean;
        double bits = machine.flops(format.activations());
        return new EngineFigure(
                test,
                batch,
                depth,
                mean,
                Math.sqrt(variance * settings.repetitions() / Math.max(1, settings.repetitions() - 1)),
                work / seconds / bits,
                bytes / seconds / machine.bytesPerSecond());
    }

    /** Until the just-in-time compiler is done: for three seconds at least, twice at least. */
    private static void warmUp(Run run) {
        double spent = run.seconds(-1);
        for (long i = 2; i < 3 || spent < 3; i++) {
            spent += run.seconds(-i);
        }
    }

    private double weightBytes() {
        double each = switch (format) {
            case FLOAT32 -> 4;
            case BFLOAT16 -> 2;
            case INT8 -> 1;
            case INT4 -> 5.0 / 8;
        };
        return each * model.productParameterCount();
    }

    /** Of keys and values of one position. */
    private double positionBytes() {
        var config = model.config();
        return 2.0
                * config.layers()
                * config.keyValueHeads()
                * config.headSize()
                * format.activations().bytes();
    }
}
