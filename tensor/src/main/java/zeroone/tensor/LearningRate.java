package zeroone.tensor;

/**
 * Linear warm-up to a peak, then a cosine down to a share of it.
 *
 * @param peak highest rate
 * @param warmupSteps steps until the peak is reached; 0 starts at it
 * @param totalSteps steps until the cosine has ended; the rate stays at its floor after that
 * @param floor share of the peak that the cosine ends at, in [0, 1]; 1 keeps the rate constant
 */
public record LearningRate(double peak, int warmupSteps, int totalSteps, double floor) {
    public LearningRate {
        if (!(peak > 0 && peak < 10)) {
            throw new IllegalArgumentException("the learning rate must be in (0, 10): " + peak);
        }
        if (warmupSteps < 0 || totalSteps < 1 || warmupSteps > totalSteps) {
            throw new IllegalArgumentException(
                    "warm-up must lie within the steps: " + warmupSteps + " of " + totalSteps);
        }
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("the floor of the learning rate must be in [0, 1]: " + floor);
        }
    }

    /** The rate of a step, counted from 0. */
    public double at(int step) {
        if (step < warmupSteps) {
            return peak * (step + 1) / warmupSteps;
        }
        double progress = Math.min(1, (step - warmupSteps) / (double) Math.max(1, totalSteps - warmupSteps));
        return peak * (floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * progress)));
    }
}
