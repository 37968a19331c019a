package zeroone.evaluation.statistics;

import java.util.Arrays;

/**
 * A mean over problems of a share per problem, with its 95 % interval.
 *
 * <p>Samples of one problem are not independent of each other, so the interval comes from the spread between problems.
 * It is Wilson's interval for an effective number of trials: the number of coin flips whose mean would have the variance
 * that the mean over problems has. With one sample a problem this is exactly Wilson's interval; it never leaves [0, 1] and
 * is not empty when every problem is solved, or none.
 *
 * @param n number of problems
 * @param value the mean, in [0, 1]
 */
public record Estimate(int n, double value, double low, double high) {
    /**
     * Estimates from one share per problem.
     *
     * @param shares one value in [0, 1] per problem, e.g. the share of its samples that are correct
     * @param trials independent trials behind all shares together, at least one a problem: the effective number never
     *     exceeds it
     */
    public static Estimate overProblems(double[] shares, double trials) {
        int n = shares.length;
        if (n == 0 || !(trials >= n)) {
            throw new IllegalArgumentException("an estimate needs at least one problem, and one trial a problem: " + n
                    + " problems, " + trials + " trials");
        }
        for (double share : shares) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share must be in [0, 1]: " + share);
            }
        }
        double mean = Math.clamp(Arrays.stream(shares).average().orElseThrow(), 0, 1);
        double squares = Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).sum();
        double flips = mean * (1 - mean) == 0 ? n : Math.min(trials, n * mean * (1 - mean) / (squares / n));
        Interval interval = Interval.wilson(mean, flips);
        return new Estimate(n, mean, interval.low(), interval.high());
    }
}
