package zeroone.text.generation;

/**
 * How the next token is drawn from the model's distribution.
 *
 * @param temperature divides the logits; 0 means greedy
 * @param topK keep only the k most likely tokens; 0 means all
 * @param topP keep the smallest set of most likely tokens whose probability reaches p; 1 means all
 */
public record SamplingParameters(double temperature, int topK, double topP) {
    /** The model's own distribution: what reinforcement learning samples from. */
    public static final SamplingParameters PLAIN = new SamplingParameters(1, 0, 1);

    public static final SamplingParameters GREEDY = new SamplingParameters(0, 0, 1);

    public SamplingParameters {
        if (!(temperature >= 0) || temperature > 100) {
            throw new IllegalArgumentException("temperature must be in [0, 100]: " + temperature);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK must not be negative (0 keeps all tokens): " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP must be in (0, 1]: " + topP);
        }
    }

    public boolean greedy() {
        return temperature == 0;
    }
}
