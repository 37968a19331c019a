package zeroone.evaluation.scaling;

import java.util.Objects;

/**
 * One measured point of accuracy against test-time compute.
 *
 * @param model name of the model, e.g. "base" or "trained"
 * @param budget what the strategy allows: the most tokens of a thought, or for parallel strategies the samples k
 * @param tokens mean tokens generated per problem, summed over its k samples
 * @param flops mean floating-point operations per problem, see {@link InferenceFlops}
 * @param n problems behind the point
 * @param accuracy share of problems solved, in [0, 1], with its 95 % interval {@code low} to {@code high}
 */
public record CurvePoint(
        String model,
        Strategy strategy,
        int budget,
        double tokens,
        double flops,
        int n,
        double accuracy,
        double low,
        double high) {
    public CurvePoint {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(strategy, "strategy");
        if (budget < 0 || (strategy.parallel() && budget < 1)) {
            throw new IllegalArgumentException("a " + strategy.label() + " point cannot have budget " + budget
                    + ": thoughts have 0 tokens or more, parallel strategies at least 1 sample");
        }
        Measured.require(tokens, flops, n, accuracy, low, high);
    }
}
