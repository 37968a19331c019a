package zeroone.text.generation;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the next token is drawn from the model's distribution. Logits are changed in this order: penalties, bias, the mask
 * of a {@link Constraint}, temperature; then min-p, top-k and top-p choose among the tokens. Penalties spare the tokens
 * that end a thought or a turn: how often they came says nothing about whether they should come again.
 *
 * @param temperature divides the logits; 0 means greedy
 * @param topK keep only the k most likely tokens; 0 means all
 * @param topP keep the smallest set of most likely tokens whose probability reaches p; 1 means all
 * @param minP keep only tokens at least p times as likely as the most likely one; 0 means all
 * @param repetitionPenalty divides positive and multiplies negative logits of tokens in prompt or completion; 1 is none
 * @param presencePenalty subtracted from the logits of tokens in the completion
 * @param frequencyPenalty subtracted once for each time that a token is in the completion
 * @param logitBias added to logits, by token id; -100 practically bans a token, 100 forces it
 */
public record SamplingParameters(
        double temperature,
        int topK,
        double topP,
        double minP,
        double repetitionPenalty,
        double presencePenalty,
        double frequencyPenalty,
        Map<Integer, Float> logitBias) {
    /** The model's own distribution: what reinforcement learning samples from. */
    public static final SamplingParameters PLAIN = new SamplingParameters(1, 0, 1);

    public static final SamplingParameters GREEDY = new SamplingParameters(0, 0, 1);

    private static final int MOST_BIASES = 1024;

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
        if (!(minP >= 0 && minP <= 1)) {
            throw new IllegalArgumentException("minP must be in [0, 1]: " + minP);
        }
        if (!(repetitionPenalty > 0 && repetitionPenalty <= 10)) {
            throw new IllegalArgumentException(
                    "repetitionPenalty must be in (0, 10] (1 is none): " + repetitionPenalty);
        }
        requirePenalty("presencePenalty", presencePenalty);
        requirePenalty("frequencyPenalty", frequencyPenalty);
        if (logitBias.size() > MOST_BIASES) {
            throw new IllegalArgumentException(
                    "logitBias may name at most " + MOST_BIASES + " tokens: " + logitBias.size());
        }
        new TreeMap<>(logitBias).forEach(SamplingParameters::requireBias);
        logitBias = Map.copyOf(logitBias);
    }

    public SamplingParameters(double temperature, int topK, double topP) {
        this(temperature, topK, topP, 0, 1, 0, 0, Map.of());
    }

    private static void requirePenalty(String name, double value) {
        if (!(value >= -2 && value <= 2)) {
            throw new IllegalArgumentException(name + " must be in [-2, 2]: " + value);
        }
    }

    private static void requireBias(int token, float bias) {
        if (token < 0 || !(bias >= -100 && bias <= 100)) {
            throw new IllegalArgumentException(
                    "logitBias maps token ids to values in [-100, 100]: " + token + " to " + bias);
        }
    }

    public SamplingParameters withMinP(double p) {
        return new SamplingParameters(
                temperature, topK, topP, p, repetitionPenalty, presencePenalty, frequencyPenalty, logitBias);
    }

    public SamplingParameters withPenalties(double repetition, double presence, double frequency) {
        return new SamplingParameters(temperature, topK, topP, minP, repetition, presence, frequency, logitBias);
    }

    public SamplingParameters withLogitBias(Map<Integer, Float> bias) {
        return new SamplingParameters(
                temperature, topK, topP, minP, repetitionPenalty, presencePenalty, frequencyPenalty, bias);
    }

    public boolean greedy() {
        return temperature == 0;
    }

    /** Whether tokens are penalised for having come before. */
    public boolean penalises() {
        return repetitionPenalty != 1 || presencePenalty != 0 || frequencyPenalty != 0;
    }
}
