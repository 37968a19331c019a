package zeroone.server.inference;

import java.util.Objects;
import java.util.Optional;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Constraint;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.ThinkingBudget;

/**
 * What a client says about how to answer, whichever endpoint it uses.
 *
 * @param alternatives likely tokens that are told at each position
 * @param seed decides all that is random
 * @param constraint what the answer must look like
 */
public record Settings(
        SamplingParameters sampling,
        StopConditions stop,
        int alternatives,
        long seed,
        ThinkingWish thinking,
        Strategy strategy,
        Optional<Constraint> constraint) {
    public Settings {
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(thinking, "thinking");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(constraint, "constraint");
    }

    /** The budget that these settings give a prompt. */
    public ThinkingBudget budget(ServedModel model, int promptLength, int carried) {
        return thinking.budget(model.efforts(), model.generator().contextLength(), promptLength, carried);
    }

    /**
     * The request for some samples.
     *
     * @param carried an earlier thought that goes on; only for a single sample
     */
    public GenerationRequest request(
            ServedModel model, int[] prompt, int samples, Priority priority, String tenant, int[] carried) {
        DecodingOptions options = new DecodingOptions(stop, alternatives, constraint, priority, tenant);
        return new GenerationRequest(
                prompt,
                sampling,
                budget(model, prompt.length, carried.length),
                samples,
                CounterRandom.of(seed).split("serve"),
                options,
                Resumed.of(carried));
    }
}
