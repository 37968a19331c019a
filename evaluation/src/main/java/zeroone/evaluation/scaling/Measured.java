package zeroone.evaluation.scaling;

/** The rules that every measured point obeys. */
final class Measured {
    private Measured() {}

    static void require(double tokens, double flops, int n, double accuracy, double low, double high) {
        if (!(tokens >= 0 && Double.isFinite(tokens)) || !(flops >= 0 && Double.isFinite(flops))) {
            throw new IllegalArgumentException(
                    "tokens and flops must be finite and not negative: tokens " + tokens + ", flops " + flops);
        }
        if (n < 1) {
            throw new IllegalArgumentException("a point needs at least one problem: " + n);
        }
        if (!(0 <= low && low <= accuracy && accuracy <= high && high <= 1)) {
            throw new IllegalArgumentException("a point needs 0 <= low <= accuracy <= high <= 1: low " + low
                    + ", accuracy " + accuracy + ", high " + high);
        }
    }
}
