package zeroone.evaluation.statistics;

/**
 * Chance that at least one of k samples solves a problem, estimated without bias from a larger pool (Chen et al., 2021):
 * {@code 1 - C(n-c, k) / C(n, k)}.
 *
 * @param samples n, size of the pool
 * @param correct c, correct samples in it
 */
public record PassAtK(int samples, int correct) {
    public PassAtK {
        if (samples < 1) {
            throw new IllegalArgumentException("pass@k needs at least one sample: " + samples);
        }
        if (correct < 0 || correct > samples) {
            throw new IllegalArgumentException("correct must be in [0, " + samples + "]: " + correct);
        }
    }

    /**
     * The estimate for k samples. The quotient of binomials is a product of factors in [0, 1], so nothing overflows.
     *
     * @throws IllegalArgumentException if k is not in [1, samples]: fewer samples than k say nothing without bias
     */
    public double at(int k) {
        if (k < 1 || k > samples) {
            throw new IllegalArgumentException("k must be in [1, " + samples + "], the size of the pool: " + k);
        }
        double allWrong = 1;
        for (int i = samples - correct + 1; i <= samples; i++) {
            allWrong *= Math.max(0, 1 - (double) k / i);
        }
        return 1 - allWrong;
    }
}
