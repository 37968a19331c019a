package zeroone.evaluation.statistics;

/** A 95 % confidence interval for a share: 0 ≤ low ≤ high ≤ 1. */
public record Interval(double low, double high) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Interval {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "an interval for a share needs 0 <= low <= high <= 1: low " + low + ", high " + high);
        }
    }

    /**
     * Wilson's score interval: inverts the normal test, so it stays inside [0, 1], is not empty at shares 0 and 1, and
     * covers well for small samples.
     *
     * @param share the observed share, in [0, 1]
     * @param trials number of independent trials it comes from, positive; need not be whole
     */
    static Interval wilson(double share, double trials) {
        double spread = Z * Z / trials;
        double centre = (share + spread / 2) / (1 + spread);
        double half = Z / (1 + spread) * Math.sqrt(share * (1 - share) / trials + spread / (4 * trials));
        return new Interval(Math.min(share, Math.max(0, centre - half)), Math.max(share, Math.min(1, centre + half)));
    }
}
