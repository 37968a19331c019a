package zeroone.cli.bench;

import java.util.Map;
import zeroone.cli.model.ReasoningModel;
import zeroone.tasks.Task;
import zeroone.training.pretrain.Pretraining;
import zeroone.training.pretrain.PretrainingConfig;
import zeroone.training.pretrain.WorkedSolutionCorpus;

/** Learns from worked solutions: forward, backward and AdamW, as every way of training here does. Changes the weights. */
public final class TrainingBench {
    private static final int MICRO_BATCH_TOKENS = 4096; // as in the recipes
    private static final int STEPS = 3;

    private final ReasoningModel model;
    private final Task task;

    public TrainingBench(ReasoningModel model, Task task) {
        this.model = model;
        this.task = task;
    }

    /**
     * @param tokens of a step, in one micro-batch where they fit
     */
    public Throughput measure(Machine machine, int tokens) {
        double calls = measure(machine, 1, 0).stepSeconds();
        return measure(machine, tokens, calls);
    }

    private Throughput measure(Machine machine, int tokens, double callSeconds) {
        PretrainingConfig defaults = PretrainingConfig.DEFAULTS;
        PretrainingConfig config = new PretrainingConfig(
                Map.of(task.name(), 1.0),
                STEPS + 1,
                tokens,
                1e-5,
                0,
                1,
                defaults.optimizer(),
                Math.min(2 * tokens, MICRO_BATCH_TOKENS),
                1,
                defaults.seed());
        WorkedSolutionCorpus corpus =
                new WorkedSolutionCorpus(Map.of(task, 1.0), model.prompts(), model.tokenizer(), defaults.seed());
        requireFit(corpus, tokens);
        try (Pretraining training = new Pretraining(
                model.weights(), corpus, config, Runtime.getRuntime().availableProcessors())) {
            training.step(); // warms up
            Throughput best = step(machine, training, corpus, callSeconds);
            for (int i = 1; i < STEPS; i++) {
                Throughput next = step(machine, training, corpus, callSeconds);
                best = next.tokensPerSecond() > best.tokensPerSecond() ? next : best;
            }
            return best;
        }
    }

    private void requireFit(WorkedSolutionCorpus corpus, int tokens) {
        long sum = 0;
        for (long document = 0; sum < (STEPS + 2L) * tokens; document++) {
            int length = corpus.document(document).length();
            if (length > model.contextLength()) {
                throw new IllegalArgumentException("a worked solution of " + task.name() + " has " + length
                        + " tokens in this model's vocabulary, its context only " + model.contextLength()
                        + "; choose a model that was made for the task, or another --task");
            }
            sum += length;
        }
    }

    /** One step; forward once and backward at twice its cost. */
    private Throughput step(Machine machine, Pretraining training, WorkedSolutionCorpus corpus, double callSeconds) {
        long first = training.progress().nextDocument();
        Pretraining.StepReport[] report = new Pretraining.StepReport[1];
        double seconds = Stopwatch.once(model.weights().device(), () -> report[0] = training.step());
        double flops = 0;
        for (long document = first; document < training.progress().nextDocument(); document++) {
            flops += 3 * model.flops().forward(corpus.document(document).length());
        }
        // Weights are read forward and backward; gradients and both moments are read and written by the optimiser.
        double bytes = 4.0 * model.weights().parameterCount() * (2 + 7);
        return new Throughput(
                report[0].tokens() / seconds,
                seconds,
                flops / seconds / machine.flops(model.weights().precision()),
                bytes / seconds / machine.copyBytesPerSecond(),
                Math.min(1, callSeconds / seconds));
    }
}
