package zeroone.training.rl;

/**
 * What one step did; a line of metrics.jsonl. Means over samples are over all that were judged, those in groups without
 * signal included.
 *
 * @param step counted from 1
 * @param reward mean reward
 * @param mixedGroups problems with right and wrong samples: what is learned from
 * @param allRightGroups problems every sample solved
 * @param allWrongGroups problems no sample solved, and those whose only solutions were cut off
 * @param failedGrades samples whose verifier broke; excluded from everything else
 * @param truncated samples cut off by a limit; excluded from the loss
 * @param thoughtTokens mean length of a thought
 * @param backtracks mean per thought
 * @param checks mean per thought
 * @param correctChecks share of the checks that are right
 * @param yesPrecision share of the "yes" that are right; 0 if there was none
 * @param entropy minus the mean log-probability of sampled tokens, in nats: an estimate of the policy's entropy
 * @param logProbDifference mean |log p| difference between sampler and trainer, before the update
 * @param maxLogProbDifference the largest
 * @param gradientNorm before clipping, of the last update
 * @param skippedUpdates updates left out because the gradient was not finite
 * @param generatedTokens tokens sampled in this step
 * @param learnedTokens tokens that reached the loss
 * @param totalTokens tokens sampled since the start of the run
 * @param totalFlops floating-point operations since the start: 2 per weight and sampled token, 6 per weight and learned
 *     token
 * @param rolloutSeconds sampling
 * @param trainingSeconds forward, backward and update
 */
public record StepReport(
        int step,
        double reward,
        int mixedGroups,
        int allRightGroups,
        int allWrongGroups,
        int failedGrades,
        int truncated,
        double thoughtTokens,
        double backtracks,
        double checks,
        double correctChecks,
        double yesPrecision,
        double entropy,
        double logProbDifference,
        double maxLogProbDifference,
        double gradientNorm,
        double learningRate,
        int skippedUpdates,
        long generatedTokens,
        long learnedTokens,
        long totalTokens,
        double totalFlops,
        double rolloutSeconds,
        double trainingSeconds) {
    public double tokensPerSecond() {
        return generatedTokens / (rolloutSeconds + trainingSeconds);
    }
}
