package zeroone.training.rl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zeroone.model.CausalLm;
import zeroone.tensor.AdamW;
import zeroone.tensor.Tensor;
import zeroone.tensor.TensorScope;
import zeroone.text.generation.Completion;
import zeroone.training.GradientWorkers;
import zeroone.training.MicroBatches;
import zeroone.training.TokenScores;
import zeroone.training.TokenSequence;

/** Makes the better samples of each group likelier and the worse ones less likely. */
final class PolicyUpdate {
    private final GradientWorkers workers;
    private final AdamW optimizer;
    private final ReinforcementLearningConfig config;

    PolicyUpdate(GradientWorkers workers, AdamW optimizer, ReinforcementLearningConfig config) {
        this.workers = workers;
        this.optimizer = optimizer;
        this.config = config;
    }

    /**
     * What the samples of an update say before the optimiser uses them.
     *
     * @param learnedTokens tokens in the loss
     * @param difference sum over them of |log p| difference between sampler and trainer
     * @param maxDifference the largest
     */
    record Gathered(long learnedTokens, double difference, double maxDifference) {
        double meanDifference() {
            return difference / learnedTokens;
        }
    }

    private record Sample(TokenSequence sequence, float[] logProbs, float advantage) {}

    /** Leaves the gradient of the loss over these groups in the model. */
    Gathered gather(List<RolloutGroup> groups) {
        List<Sample> samples = new ArrayList<>();
        groups.forEach(group -> samples.addAll(samples(group)));
        List<TokenSequence> sequences = samples.stream().map(Sample::sequence).toList();
        long tokens = sequences.stream().mapToLong(TokenSequence::learnedCount).sum();
        double difference = 0;
        double maxDifference = 0;
        for (float[] differences : workers.forEach(
                MicroBatches.pack(sequences, config.microBatchTokens()),
                (replica, batch) -> backward(
                        replica, Arrays.stream(batch).mapToObj(samples::get).toList(), tokens))) {
            for (float d : differences) {
                difference += Math.abs(d);
                maxDifference = Math.max(maxDifference, Math.abs(d));
            }
        }
        return new Gathered(tokens, difference, maxDifference);
    }

    /**
     * Uses the gradient.
     *
     * @return its norm before clipping; if it is not finite the weights are as they were
     */
    double step(double learningRate) {
        return optimizer.step(learningRate);
    }

    private static List<Sample> samples(RolloutGroup group) {
        List<Rollout> teaching = group.teaching();
        double[] advantages = GroupRelativeAdvantage.of(
                teaching.stream().mapToDouble(Rollout::reward).toArray());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < advantages.length; i++) {
            Completion completion = teaching.get(i).completion();
            samples.add(new Sample(
                    TokenSequence.completion(completion.prompt(), completion.tokens()), completion.logProbs(), (float)
                            advantages[i]));
        }
        return samples;
    }

    /** Adds the gradient of one micro-batch and returns log p (trainer) - log p (sampler) of its tokens. */
    private float[] backward(CausalLm model, List<Sample> batch, long tokensOfAllBatches) {
        int count = batch.stream().mapToInt(s -> s.logProbs().length).sum();
        float[] sampled = new float[count];
        float[] advantages = new float[count];
        int next = 0;
        for (Sample sample : batch) {
            int length = sample.logProbs().length;
            System.arraycopy(sample.logProbs(), 0, sampled, next, length);
            Arrays.fill(advantages, next, next + length, sample.advantage());
            next += length;
        }
        try (TensorScope _ = new TensorScope()) {
            Tensor logProbs = TokenScores.logProbs(
                    model, batch.stream().map(Sample::sequence).toList(), config.temperature());
            Tensor old = Tensor.of(sampled, model.device(), count);
            config.loss()
                    .sum(logProbs, old, Tensor.of(advantages, model.device(), count))
                    .multiply(1.0 / tokensOfAllBatches)
                    .backward();
            return logProbs.detach().subtract(old).toFloats();
        }
    }
}
