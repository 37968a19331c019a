package zeroone.evaluation.scaling;

/**
 * One measured point of accuracy against training compute.
 *
 * @param step training step after which it was measured; 0 is the model before training
 * @param tokens tokens generated for training up to here
 * @param flops floating-point operations of training up to here, see {@link InferenceFlops#trainedSample}
 * @param n problems behind the point
 * @param accuracy share of problems solved, in [0, 1], with its 95 % interval {@code low} to {@code high}
 */
public record TrainingPoint(int step, double tokens, double flops, int n, double accuracy, double low, double high) {
    public TrainingPoint {
        if (step < 0) {
            throw new IllegalArgumentException("a training step must not be negative: " + step);
        }
        Measured.require(tokens, flops, n, accuracy, low, high);
    }
}
