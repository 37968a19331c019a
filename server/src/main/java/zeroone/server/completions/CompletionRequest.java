package zeroone.server.completions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.inference.Models;
import zeroone.server.inference.ServedModel;
import zeroone.server.inference.SettingsReader;
import zeroone.text.CounterRandom;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;
import zeroone.text.generation.Resumed;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.StopConditions;
import zeroone.text.generation.ThinkingBudget;

/**
 * Text completions that were asked for. There is no thought: the text goes on as it is.
 *
 * @param prompts as token ids, in order
 * @param most tokens to write; 0 only where the prompt is scored
 * @param choices for each prompt
 * @param echo whether the prompt comes back with its log-probabilities
 * @param logProbs likely tokens at each position; none if log-probabilities are not wanted
 */
record CompletionRequest(
        ServedModel model,
        List<int[]> prompts,
        int most,
        int choices,
        boolean echo,
        OptionalInt logProbs,
        boolean stream,
        boolean includeUsage,
        SamplingParameters sampling,
        StopConditions stop,
        long seed) {
    private static final int MOST_PROMPTS = 1024;
    private static final int MOST_TOKENS = 1_000_000;
    private static final int USUAL_TOKENS = 16;

    static CompletionRequest read(ObjectNode body, Models models, Caller caller, RandomGenerator random) {
        Fields fields = Fields.of(body);
        ServedModel model = models.named(fields.requiredString("model"), caller);
        SettingsReader reader = new SettingsReader(fields, model);
        boolean echo = fields.flag("echo", false);
        OptionalInt logProbs = fields.integer("logprobs", 0, 20);
        int most = fields.integer("max_tokens", echo ? 0 : 1, MOST_TOKENS).orElse(USUAL_TOKENS);
        boolean stream = fields.flag("stream", false);
        if (echo && stream) {
            throw ApiException.invalid("echo", "unsupported_value", "echo is not streamed; leave stream out");
        }
        if (!fields.string("suffix").orElse("").isEmpty()) {
            throw ApiException.invalid("suffix", "unsupported_parameter", "suffix is not supported with this model");
        }
        List<int[]> prompts = prompts(fields, model);
        int context = model.generator().contextLength();
        for (int[] prompt : prompts) {
            if (prompt.length == 0) {
                throw ApiException.invalid("prompt", "a prompt needs at least one token");
            }
            if (prompt.length + most > context) {
                throw ApiException.malformed(
                        "context_length_exceeded",
                        "this model's context is " + context + " tokens; the prompt has " + prompt.length
                                + " and max_tokens is " + most + ": send less text or ask for less");
            }
        }
        int choices = fields.integer("n", 1, 128).orElse(1);
        boolean includeUsage = fields.object("stream_options")
                .map(options -> options.flag("include_usage", false))
                .orElse(false);
        return new CompletionRequest(
                model,
                prompts,
                most,
                choices,
                echo,
                logProbs,
                stream,
                includeUsage,
                reader.sampling(),
                reader.stop(),
                reader.seed(random));
    }

    private static List<int[]> prompts(Fields fields, ServedModel model) {
        JsonNode prompt = fields.node("prompt").orElseThrow(() -> fields.missing("prompt"));
        if (prompt.isString()) {
            return List.of(model.encode("prompt", prompt.stringValue()));
        }
        if (!prompt.isArray() || prompt.isEmpty()) {
            throw fields.wrongType("prompt", "a string, an array of strings, of token ids, or of arrays of token ids");
        }
        if (prompt.get(0).isIntegralNumber()) {
            return List.of(ids(prompt, "prompt", model));
        }
        List<int[]> prompts = new ArrayList<>();
        for (JsonNode each : fields.array("prompt", MOST_PROMPTS)) {
            String path = "prompt[" + prompts.size() + "]";
            prompts.add(each.isString() ? model.encode(path, each.stringValue()) : ids(each, path, model));
        }
        return prompts;
    }

    private static int[] ids(JsonNode array, String path, ServedModel model) {
        if (!array.isArray()) {
            throw ApiException.invalid(path, "invalid_type", path + " must be a string or an array of token ids");
        }
        int size = model.tokenizer().vocabularySize();
        int[] ids = new int[array.size()];
        for (int i = 0; i < ids.length; i++) {
            JsonNode id = array.get(i);
            if (!id.isIntegralNumber() || !id.canConvertToInt() || id.intValue() < 0 || id.intValue() >= size) {
                throw ApiException.invalid(path, path + " must be token ids in [0, " + size + ")");
            }
            ids[i] = id.intValue();
        }
        return ids;
    }

    /**
     * The request for one prompt. A completion begins in a thought; here the thought is over before it begins, so that all
     * that is written is text.
     */
    GenerationRequest request(int index, String tenant) {
        int alternatives = logProbs.orElse(0);
        return new GenerationRequest(
                prompts.get(index),
                sampling,
                new ThinkingBudget(0, Math.max(1, most)),
                choices,
                CounterRandom.of(seed, index).split("serve"),
                new DecodingOptions(stop, alternatives, Optional.empty(), Priority.INTERACTIVE, tenant),
                Resumed.NONE);
    }
}
