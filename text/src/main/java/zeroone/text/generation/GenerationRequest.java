package zeroone.text.generation;

import java.util.Objects;
import zeroone.text.CounterRandom;

/**
 * Asks for {@code samples} independent completions of one prompt.
 *
 * @param prompt token ids, ending with the begin-of-thought token
 * @param random sample {@code i} draws its token at position {@code t} (counted from the first generated token) from
 *     {@code random.split(i).uniform(t)}, so it depends on nothing else
 * @param resumed what there already is of the completion; only of a single sample
 */
public record GenerationRequest(
        int[] prompt,
        SamplingParameters sampling,
        ThinkingBudget budget,
        int samples,
        CounterRandom random,
        DecodingOptions options,
        Resumed resumed) {
    public GenerationRequest {
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(options, "options");
        if (prompt.length == 0) {
            throw new IllegalArgumentException("a prompt needs at least one token");
        }
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be positive: " + samples);
        }
        if (resumed.length() > 0 && samples > 1) {
            throw new IllegalArgumentException(
                    "only a single sample can be resumed: there are " + samples + "; ask for each of them by itself");
        }
        if (resumed.length() > budget.total()) {
            throw new IllegalArgumentException("the " + resumed.length()
                    + " tokens to resume from are more than the budget allows in all: " + budget.total());
        }
        prompt = prompt.clone();
    }

    public GenerationRequest(
            int[] prompt, SamplingParameters sampling, ThinkingBudget budget, int samples, CounterRandom random) {
        this(prompt, sampling, budget, samples, random, DecodingOptions.DEFAULTS, Resumed.NONE);
    }

    public GenerationRequest with(DecodingOptions other) {
        return new GenerationRequest(prompt, sampling, budget, samples, random, other, resumed);
    }

    public GenerationRequest resumedAfter(Resumed beginning) {
        return new GenerationRequest(prompt, sampling, budget, samples, random, options, beginning);
    }
}
