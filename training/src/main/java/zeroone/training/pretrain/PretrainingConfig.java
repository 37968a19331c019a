package zeroone.training.pretrain;

import java.util.Map;
import zeroone.tensor.AdamW;

/**
 * @param tasks share of the documents by task name; shares are relative to their sum
 * @param steps optimiser steps
 * @param tokensPerStep tokens of documents per step, prompts included, at least
 * @param learningRate peak
 * @param warmupSteps steps until the peak
 * @param learningRateFloor share of the peak at the end
 * @param optimizer AdamW
 * @param microBatchTokens padded tokens that are in memory at once
 * @param checkpointEvery steps between checkpoints
 * @param seed of weights, problems and worked solutions
 */
public record PretrainingConfig(
        Map<String, Double> tasks,
        int steps,
        int tokensPerStep,
        double learningRate,
        int warmupSteps,
        double learningRateFloor,
        AdamW.Config optimizer,
        int microBatchTokens,
        int checkpointEvery,
        long seed) {
    public static final PretrainingConfig DEFAULTS = new PretrainingConfig(
            Map.of("countdown-3", 1.0), 4000, 4096, 3e-3, 200, 0.1, AdamW.Config.DEFAULTS, 8192, 200, 1);

    public PretrainingConfig {
        tasks = Map.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("pretraining needs at least one task");
        }
        tasks.forEach((name, share) -> {
            if (!(share > 0)) {
                throw new IllegalArgumentException("the share of task " + name + " must be positive: " + share);
            }
        });
        if (steps < 1 || tokensPerStep < 1 || microBatchTokens < 1 || checkpointEvery < 1) {
            throw new IllegalArgumentException("steps, tokens per step, micro-batch tokens and checkpoint every must be"
                    + " positive: " + steps + ", " + tokensPerStep + ", " + microBatchTokens + ", " + checkpointEvery);
        }
    }
}
