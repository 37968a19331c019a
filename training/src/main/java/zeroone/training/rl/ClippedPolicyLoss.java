package zeroone.training.rl;

import zeroone.tensor.Tensor;

/**
 * The clipped surrogate of PPO (Schulman et al., 2017) with an upper bound further out than the lower (DAPO, Yu et al.,
 * 2025), averaged over the tokens of the whole batch. There is no KL term and no reference model.
 *
 * <p>The ratio is taken against the probability the sampler reported, so whatever the sampler and the trainer disagree
 * about is corrected rather than ignored.
 *
 * @param clipLow how far below one the ratio counts
 * @param clipHigh how far above one the ratio counts
 */
public record ClippedPolicyLoss(double clipLow, double clipHigh) {
    private static final double MAX_LOG_RATIO = 20; // exp() of more is no number to learn from

    public ClippedPolicyLoss {
        if (!(clipLow > 0 && clipLow < 1)) {
            throw new IllegalArgumentException("clip low must be in (0, 1): " + clipLow);
        }
        if (!(clipHigh > 0)) {
            throw new IllegalArgumentException("clip high must be positive: " + clipHigh);
        }
    }

    /**
     * The sum over tokens, to be minimised; divide by the tokens of the whole batch.
     *
     * @param logProbs [N] of the policy now
     * @param sampled [N] of the policy that sampled
     * @param advantages [N]
     */
    Tensor sum(Tensor logProbs, Tensor sampled, Tensor advantages) {
        Tensor ratio =
                logProbs.subtract(sampled).clamp(-MAX_LOG_RATIO, MAX_LOG_RATIO).exp();
        Tensor clipped = ratio.clamp(1 - clipLow, 1 + clipHigh);
        return ratio.multiply(advantages)
                .minimum(clipped.multiply(advantages))
                .sum()
                .multiply(-1);
    }
}
