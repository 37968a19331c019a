package zeroone.cli.bench;

import java.util.ArrayList;
import java.util.List;
import zeroone.engine.Engine;
import zeroone.engine.EngineConfig;
import zeroone.engine.MemoryPlan;
import zeroone.model.CausalLm;
import zeroone.tensor.WeightFormat;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/**
 * What a format of weights costs in exactness: how far the log-probabilities of text that the model itself has written
 * are from those of float32 weights.
 *
 * @param tokens that were compared
 * @param mean absolute difference of log-probabilities
 * @param largest of these differences
 */
public record PrecisionCost(int tokens, double mean, double largest) {
    private static final int SEQUENCES = 8;
    private static final int PROMPT = 8;
    private static final int LENGTH = 64;
    private static final EngineConfig CONFIG = new EngineConfig(SEQUENCES, PROMPT + LENGTH + 2);

    /** The memory that measuring takes at most: float32 weights are the largest. */
    public static MemoryPlan plan(CausalLm model, int threads) {
        return Engine.plan(model, WeightFormat.FLOAT32, threads, CONFIG);
    }

    /** Writes text with float32 weights, and scores it with them and with those of the format. */
    public static PrecisionCost measure(CausalLm model, ReservedTokens reserved, WeightFormat format, int threads) {
        List<Continuation> texts = new ArrayList<>();
        List<ContinuationScore> exact;
        try (Engine engine = Engine.packed(model, reserved, WeightFormat.FLOAT32, threads, CONFIG)) {
            List<GenerationRequest> requests = requests(model.config().vocabularySize());
            List<List<Completion>> written = engine.generate(requests);
            for (int i = 0; i < SEQUENCES; i++) {
                texts.add(new Continuation(
                        requests.get(i).prompt(), written.get(i).getFirst().tokens()));
            }
            exact = engine.score(texts);
        }
        try (Engine engine = Engine.packed(model, reserved, format, threads, CONFIG)) {
            return between(exact, engine.score(texts));
        }
    }

    private static List<GenerationRequest> requests(int vocabulary) {
        List<GenerationRequest> requests = new ArrayList<>();
        for (int i = 0; i < SEQUENCES; i++) {
            CounterRandom random = CounterRandom.of(i);
            int[] prompt = random.sequence().ints(PROMPT, 0, vocabulary).toArray();
            ThinkingBudget budget = new ThinkingBudget(LENGTH - 1, 1);
            requests.add(new GenerationRequest(prompt, SamplingParameters.PLAIN, budget, 1, random));
        }
        return requests;
    }

    static PrecisionCost between(List<ContinuationScore> exact, List<ContinuationScore> rounded) {
        int tokens = 0;
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < exact.size(); i++) {
            float[] one = exact.get(i).logProbs();
            float[] other = rounded.get(i).logProbs();
            for (int t = 0; t < one.length; t++) {
                double difference = Math.abs(one[t] - other[t]);
                tokens++;
                sum += difference;
                largest = Math.max(largest, difference);
            }
        }
        return new PrecisionCost(tokens, sum / tokens, largest);
    }
}
