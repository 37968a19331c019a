package zeroone.training.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zeroone.model.CausalLm;
import zeroone.tensor.AdamW;
import zeroone.tensor.LearningRate;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.training.GradientWorkers;
import zeroone.training.MicroBatches;
import zeroone.training.TokenScores;
import zeroone.training.TokenSequence;

/** Next-token training on worked solutions: the human notes that reinforcement learning starts from. */
public final class Pretraining implements AutoCloseable {
    /** Where a run stands. */
    public record Progress(int step, long nextDocument, long totalTokens) {
        public static final Progress START = new Progress(0, 0, 0);
    }

    /**
     * What one step did; a line of metrics.jsonl.
     *
     * @param loss mean negative log-likelihood of the learned tokens, in nats
     * @param tokens tokens read in this step, prompts included
     */
    public record StepReport(
            int step,
            double loss,
            double gradientNorm,
            double learningRate,
            long tokens,
            long totalTokens,
            double seconds) {}

    private final GradientWorkers workers;
    private final WorkedSolutionCorpus corpus;
    private final PretrainingConfig config;
    private final AdamW optimizer;
    private final LearningRate learningRate;
    private Progress progress = Progress.START;

    /**
     * @param workers micro-batches that are worked on at the same time, one core each
     */
    public Pretraining(CausalLm model, WorkedSolutionCorpus corpus, PretrainingConfig config, int workers) {
        this.workers = new GradientWorkers(model, workers);
        this.corpus = corpus;
        this.config = config;
        this.optimizer = new AdamW(model.parameters(), config.optimizer());
        this.learningRate = new LearningRate(
                config.learningRate(), config.warmupSteps(), config.steps(), config.learningRateFloor());
    }

    /** Reads the next documents and takes one optimiser step. */
    public StepReport step() {
        long start = System.nanoTime();
        List<TokenSequence> documents = new ArrayList<>();
        long tokens = 0;
        while (tokens < config.tokensPerStep()) {
            TokenSequence document = corpus.document(progress.nextDocument() + documents.size());
            documents.add(document);
            tokens += document.length();
        }
        long learned = documents.stream().mapToLong(TokenSequence::learnedCount).sum();
        double loss = workers
                .forEach(
                        MicroBatches.pack(documents, config.microBatchTokens()),
                        (replica, batch) -> backward(
                                replica,
                                Arrays.stream(batch).mapToObj(documents::get).toList(),
                                learned))
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double rate = learningRate.at(progress.step());
        double norm = optimizer.step(rate);
        progress = new Progress(
                progress.step() + 1, progress.nextDocument() + documents.size(), progress.totalTokens() + tokens);
        return new StepReport(
                progress.step(), loss, norm, rate, tokens, progress.totalTokens(), (System.nanoTime() - start) / 1e9);
    }

    private static double backward(CausalLm model, List<TokenSequence> batch, long learnedOfAllBatches) {
        try (TensorScope _ = new TensorScope()) {
            Tensor loss = TokenScores.logProbs(model, batch, 1).sum().multiply(-1.0 / learnedOfAllBatches);
            loss.backward();
            return loss.item();
        }
    }

    public Progress progress() {
        return progress;
    }

    public AdamW optimizer() {
        return optimizer;
    }

    /** Continues from a checkpoint; weights and optimiser state must have been restored. */
    public void resume(Progress saved) {
        progress = saved;
    }

    @Override
    public void close() {
        workers.close();
        optimizer.close();
    }
}
