package zeroone.server.inference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.http.Quoted;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.text.generation.Constraint;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.StopConditions;

/**
 * Reads the fields that the endpoints have in common. The vendor field {@code zeroone} holds what OpenAI's API has no words
 * for: {@code strategy}, {@code samples}, {@code thoughts}, {@code min_thinking_tokens}.
 */
public final class SettingsReader {
    /** The most samples that a strategy may spend. */
    public static final int MOST_SAMPLES = 64;

    private static final int MOST_STOPS = 16;
    /** The most tokens that any field may ask for. */
    public static final int MOST_TOKENS = 10_000_000;

    /** The field that says how much may be thought, where an effort does not. */
    public static final String THINKING_BUDGET = "thinking_token_budget";

    /** Samples of {@code reasoning.mode: pro}. */
    private static final int PRO_SAMPLES = 8;

    private final Fields fields;
    private final ServedModel model;
    private final Optional<Fields> vendor;

    public SettingsReader(Fields fields, ServedModel model) {
        this.fields = fields;
        this.model = model;
        this.vendor = fields.object("zeroone");
    }

    public SamplingParameters sampling() {
        return new SamplingParameters(
                fields.number("temperature", 0, 2).orElse(1),
                fields.integer("top_k", -1, Integer.MAX_VALUE).stream()
                        .map(k -> Math.max(0, k))
                        .findFirst()
                        .orElse(0),
                Math.max(Double.MIN_NORMAL, fields.number("top_p", 0, 1).orElse(1)),
                fields.number("min_p", 0, 1).orElse(0),
                fields.number("repetition_penalty", 0.01, 10).orElse(1),
                fields.number("presence_penalty", -2, 2).orElse(0),
                fields.number("frequency_penalty", -2, 2).orElse(0),
                logitBias());
    }

    private Map<Integer, Float> logitBias() {
        Map<Integer, Float> bias = new HashMap<>();
        Optional<JsonNode> node = fields.node("logit_bias");
        if (node.isEmpty()) {
            return bias;
        }
        String name = fields.name("logit_bias");
        Fields entries = Fields.of(node.get(), name);
        for (String key : node.get().propertyNames()) {
            int token = token(key, name);
            entries.number(key, -100, 100).ifPresent(value -> bias.put(token, (float) value));
        }
        if (bias.size() > 1024) {
            throw ApiException.invalid(name, name + " may name at most 1024 tokens: " + bias.size());
        }
        return bias;
    }

    private int token(String key, String name) {
        try {
            int token = Integer.parseInt(key);
            if (token >= 0 && token < model.tokenizer().vocabularySize()) {
                return token;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw ApiException.invalid(
                name,
                name + " takes token ids in [0, " + model.tokenizer().vocabularySize() + "): '" + Quoted.of(key) + "'");
    }

    public StopConditions stop() {
        List<String> strings = fields.strings("stop", MOST_STOPS);
        if (strings.stream().anyMatch(String::isEmpty)) {
            throw ApiException.invalid(fields.name("stop"), "a stop string must not be empty");
        }
        Set<Integer> ids = new HashSet<>();
        for (JsonNode id : fields.array("stop_token_ids", MOST_STOPS)) {
            if (!id.isIntegralNumber()) {
                throw fields.wrongType("stop_token_ids", "an array of token ids");
            }
            ids.add(token(id.bigIntegerValue().toString(), fields.name("stop_token_ids")));
        }
        return new StopConditions(strings, ids);
    }

    public long seed(RandomGenerator random) {
        return fields.wide("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElseGet(random::nextLong);
    }

    /**
     * @param effort the effort, wherever the endpoint has it
     * @param totals names of the fields that limit thought and answer together; the first that is there counts
     */
    public ThinkingWish thinking(Optional<String> effort, List<String> totals) {
        OptionalInt total = OptionalInt.empty();
        String totalField = totals.getFirst();
        for (String name : totals) {
            OptionalInt value = fields.integer(name, 1, MOST_TOKENS);
            if (total.isEmpty() && value.isPresent()) {
                total = value;
                totalField = name;
            }
        }
        return new ThinkingWish(
                effort.map(Effort::of).orElse(Effort.DEFAULT),
                fields.integer(THINKING_BUDGET, 0, MOST_TOKENS),
                total,
                vendor.map(v -> v.integer("min_thinking_tokens", 0, MOST_TOKENS))
                        .orElse(OptionalInt.empty()),
                totalField);
    }

    /**
     * @param mode {@code pro} asks for several samples
     * @param question the last thing that the user said
     */
    public Strategy strategy(Optional<String> mode, String question) {
        boolean pro = mode.filter("pro"::equals).isPresent();
        boolean known = model.verifier().verifier(question).isPresent();
        String usual = pro ? known ? "best_of_n" : "majority_vote" : "single";
        String name = vendor.flatMap(v -> v.choice("strategy", List.of("single", "majority_vote", "best_of_n")))
                .orElse(usual);
        int samples = vendor.map(v -> v.integer("samples", 1, MOST_SAMPLES))
                .orElse(OptionalInt.empty())
                .orElse(PRO_SAMPLES);
        if (name.equals("best_of_n") && !known) {
            throw ApiException.invalid(
                    "zeroone.strategy",
                    "unsupported_value",
                    "best_of_n needs a verifier that knows this kind of question, and there is none; use majority_vote");
        }
        if (samples == 1) {
            return Strategy.SINGLE;
        }
        return switch (name) {
            case "majority_vote" -> new Strategy.Vote(samples);
            case "best_of_n" -> new Strategy.Verified(samples);
            default -> Strategy.SINGLE;
        };
    }

    /** What of the thought this caller sees of this reply: never more than its key may, or less if it says so. */
    public ThoughtVisibility thoughts(Caller caller) {
        ThoughtVisibility wished = vendor.flatMap(v -> v.choice("thoughts", List.of("hidden", "summary", "visible")))
                .map(ThoughtVisibility::of)
                .orElse(fields.flag("include_reasoning", true) ? caller.thoughts() : ThoughtVisibility.HIDDEN);
        return wished.atMost(caller.thoughts());
    }

    /** Reads {@code {"type": "text" | "json_object" | "json_schema"}}; the schema lies in it or in {@code json_schema}. */
    public Optional<Constraint> format(Optional<Fields> format) {
        if (format.isEmpty()) {
            return Optional.empty();
        }
        String type = format.get()
                .choice("type", List.of("text", "json_object", "json_schema"))
                .orElseThrow(() -> format.get().missing("type"));
        return switch (type) {
            case "json_object" ->
                Optional.of(model.grammars().schema(Json.object().put("type", "object"), "response_format"));
            case "json_schema" -> {
                Fields holder = format.get().object("json_schema").orElse(format.get());
                if (holder.node("schema").orElseThrow(() -> holder.missing("schema")) instanceof ObjectNode schema) {
                    yield Optional.of(model.grammars().schema(schema, holder.name("schema")));
                }
                throw holder.wrongType("schema", "an object");
            }
            default -> Optional.empty();
        };
    }
}
