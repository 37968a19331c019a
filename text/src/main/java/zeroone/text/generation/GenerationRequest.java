package zeroone.text.generation;

import java.util.Objects;
import zeroone.text.CounterRandom;

/**
 * Asks for {@code samples} independent completions of one prompt.
 *
 * @param prompt token ids, ending with the begin-of-thought token
 * @param random sample {@code i} draws its token at position {@code t} (counted from the first generated token) from
 *     {@code random.split(i).uniform(t)}, so it depends on nothing else
 */
public record GenerationRequest(
        int[] prompt, SamplingParameters sampling, ThinkingBudget budget, int samples, CounterRandom random) {
    public GenerationRequest {
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(random, "random");
        if (prompt.length == 0) {
            throw new IllegalArgumentException("a prompt needs at least one token");
        }
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be positive: " + samples);
        }
        prompt = prompt.clone();
    }
}
