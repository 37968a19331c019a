package zeroone.server.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.inference.Conversation;
import zeroone.server.inference.Effort;
import zeroone.server.inference.Models;
import zeroone.server.inference.ServedModel;
import zeroone.server.inference.Settings;
import zeroone.server.inference.SettingsReader;
import zeroone.server.inference.Strategy;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.text.Message;

/**
 * A chat completion that was asked for.
 *
 * @param choices completions that the client wants
 * @param logProbs whether it wants log-probabilities
 * @param ignored fields that mean nothing here
 */
record ChatRequest(
        ServedModel model,
        List<Message> messages,
        int[] prompt,
        Settings settings,
        int choices,
        boolean stream,
        boolean includeUsage,
        boolean logProbs,
        ThoughtVisibility thoughts,
        Set<String> ignored) {
    private static final int MOST_CHOICES = 128;
    private static final int MOST_ALTERNATIVES = 20;

    static ChatRequest read(ObjectNode body, Models models, Caller caller, RandomGenerator random, boolean strict) {
        Fields fields = Fields.of(body);
        ServedModel model = models.named(fields.requiredString("model"), caller);
        if (strict) {
            refuseAsReasoningModelsDo(fields);
        }
        refuseTools(fields);
        List<Message> messages = Conversation.read(fields, "messages");
        SettingsReader reader = new SettingsReader(fields, model);
        boolean logProbs = fields.flag("logprobs", false);
        int alternatives = fields.integer("top_logprobs", 0, MOST_ALTERNATIVES).orElse(0);
        if (alternatives > 0 && !logProbs) {
            throw ApiException.invalid("top_logprobs", "top_logprobs needs logprobs to be true");
        }
        Optional<String> effort = fields.choice("reasoning_effort", Effort.words());
        int choices = fields.integer("n", 1, MOST_CHOICES).orElse(1);
        Strategy strategy = reader.strategy(
                fields.object("reasoning").flatMap(r -> r.choice("mode", List.of("standard", "pro"))),
                Conversation.question(messages));
        if (strategy.samples() > 1 && choices > 1) {
            throw ApiException.invalid("n", "a strategy chooses one answer, so n must be 1 with it: " + choices);
        }
        boolean stream = fields.flag("stream", false);
        boolean includeUsage = fields.object("stream_options")
                .map(options -> options.flag("include_usage", false))
                .orElse(false);
        Settings settings = new Settings(
                reader.sampling(),
                reader.stop(),
                alternatives,
                reader.seed(random),
                reader.thinking(effort, List.of("max_completion_tokens", "max_tokens")),
                strategy,
                reader.format(fields.object("response_format")));
        ThoughtVisibility thoughts = reader.thoughts(caller);
        List.of(
                        "user",
                        "metadata",
                        "store",
                        "service_tier",
                        "tool_choice",
                        "parallel_tool_calls",
                        "prompt_cache_key",
                        "safety_identifier",
                        "modalities",
                        "verbosity")
                .forEach(fields::has);
        return new ChatRequest(
                model,
                messages,
                model.prompt(messages),
                settings,
                choices,
                stream,
                includeUsage,
                logProbs,
                thoughts,
                fields.ignored());
    }

    private static void refuseTools(Fields fields) {
        for (String name : List.of("tools", "functions")) {
            if (!fields.array(name, 1024).isEmpty()) {
                throw ApiException.invalid(
                        name,
                        "unsupported_parameter",
                        "Unsupported parameter: '" + name + "' is not supported with this model.");
            }
        }
    }

    /** As OpenAI's first reasoning models do, for those who test against them. */
    private static void refuseAsReasoningModelsDo(Fields fields) {
        if (fields.has("max_tokens")) {
            throw ApiException.invalid(
                    "max_tokens",
                    "unsupported_parameter",
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                            + " 'max_completion_tokens' instead.");
        }
        if (fields.number("temperature", 0, 2).orElse(1) != 1) {
            throw ApiException.invalid(
                    "temperature",
                    "unsupported_value",
                    "Unsupported value: 'temperature' does not support other values than the default (1) with this"
                            + " model.");
        }
    }
}
