package zeroone.training.rl;

/**
 * Reward minus the mean reward of the samples of the same problem.
 *
 * <p>GRPO as published (Shao et al., 2024) also divides by the standard deviation of the group. We do not: it gives
 * problems that are almost always, or almost never, solved the largest weight (Liu et al., 2025).
 */
final class GroupRelativeAdvantage {
    private GroupRelativeAdvantage() {}

    static double[] of(double[] rewards) { // [G] -> [G]
        double mean = 0;
        for (double reward : rewards) {
            mean += reward / rewards.length;
        }
        double[] advantages = new double[rewards.length];
        for (int i = 0; i < rewards.length; i++) {
            advantages[i] = rewards[i] - mean;
        }
        return advantages;
    }
}
