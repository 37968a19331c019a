package zeroone.cli.bench;

import java.util.List;

/**
 * Things a second over some repetitions.
 *
 * @param deviation standard deviation of the repetitions, as of a sample; 0 if there is one
 */
record Rate(double mean, double deviation) {
    static Rate of(List<Double> repetitions) {
        int count = repetitions.size();
        double mean =
                repetitions.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = repetitions.stream()
                .mapToDouble(rate -> (rate - mean) * (rate - mean))
                .sum();
        return new Rate(mean, Math.sqrt(squares / Math.max(1, count - 1)));
    }
}
