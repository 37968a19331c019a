package zeroone.training.rl;

import zeroone.tensor.AdamW;

/**
 * @param steps rollouts in the run
 * @param problems groups with a learning signal wanted per step
 * @param samples completions per problem
 * @param refills how many times a step may draw further problems to replace groups without signal
 * @param thoughtTokens the most tokens of a thought
 * @param answerTokens the most tokens of an answer
 * @param temperature of sampling
 * @param optimizerSteps updates per rollout; 1 is strictly on-policy
 * @param learningRate peak
 * @param warmupSteps steps until the peak
 * @param learningRateFloor share of the peak at the end
 * @param loss clipping of the policy ratio
 * @param optimizer AdamW
 * @param microBatchTokens padded tokens that are in memory at once in training
 * @param maxLogProbDifference the run stops when sampler and trainer disagree by more, on average, per token
 * @param evaluateEvery steps between evaluations
 * @param evaluationProblems problems of the fixed validation set, one sample each
 * @param checkpointEvery steps between checkpoints
 * @param seed of problems and samples
 */
public record ReinforcementLearningConfig(
        int steps,
        int problems,
        int samples,
        int refills,
        int thoughtTokens,
        int answerTokens,
        double temperature,
        int optimizerSteps,
        double learningRate,
        int warmupSteps,
        double learningRateFloor,
        ClippedPolicyLoss loss,
        AdamW.Config optimizer,
        int microBatchTokens,
        double maxLogProbDifference,
        int evaluateEvery,
        int evaluationProblems,
        int checkpointEvery,
        long seed) {
    public static final ReinforcementLearningConfig DEFAULTS = new ReinforcementLearningConfig(
            60,
            32,
            16,
            1,
            384,
            16,
            1,
            1,
            5e-4,
            3,
            0.2,
            new ClippedPolicyLoss(0.2, 0.28),
            new AdamW.Config(0.9, 0.99, 1e-8, 0, 1),
            16384,
            0.02,
            5,
            256,
            5,
            1);

    public ReinforcementLearningConfig {
        positive("steps", steps);
        positive("problems", problems);
        if (samples < 2) {
            throw new IllegalArgumentException("samples must be at least 2, or no group has a signal: " + samples);
        }
        if (refills < 0) {
            throw new IllegalArgumentException("refills must not be negative: " + refills);
        }
        positive("thought tokens", thoughtTokens);
        positive("answer tokens", answerTokens);
        if (!(temperature > 0 && temperature <= 10)) {
            throw new IllegalArgumentException("the temperature of rollouts must be in (0, 10]: " + temperature);
        }
        positive("optimizer steps", optimizerSteps);
        if (optimizerSteps > problems) {
            throw new IllegalArgumentException(
                    "each optimizer step needs a problem: " + optimizerSteps + " steps, " + problems + " problems");
        }
        positive("micro-batch tokens", microBatchTokens);
        if (!(maxLogProbDifference > 0)) {
            throw new IllegalArgumentException(
                    "the log-probability difference allowed must be positive: " + maxLogProbDifference);
        }
        positive("evaluate every", evaluateEvery);
        positive("evaluation problems", evaluationProblems);
        positive("checkpoint every", checkpointEvery);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
