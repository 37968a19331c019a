package zeroone.server.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import zeroone.server.auth.Caller;
import zeroone.server.auth.RateLimit;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Quoted;
import zeroone.server.inference.Contest;
import zeroone.server.inference.Conversation;
import zeroone.server.inference.Effort;
import zeroone.server.inference.ServedModel;
import zeroone.server.inference.Settings;
import zeroone.server.inference.SettingsReader;
import zeroone.server.inference.Strategy;
import zeroone.server.thought.LiveSummary;
import zeroone.server.thought.SealedThought;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.text.CounterRandom;
import zeroone.text.Message;
import zeroone.text.Role;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;

/**
 * How a specification is carried out: a pure function of it.
 *
 * @param carried tokens of an earlier thought that goes on
 * @param detail of summaries
 * @param encrypted whether the client wants its thoughts sealed
 * @param logProbs whether it wants log-probabilities
 */
record ResponsePlan(
        Specification specification,
        ServedModel model,
        Settings settings,
        int[] prompt,
        int[] carried,
        ThoughtVisibility thoughts,
        LiveSummary.Detail detail,
        boolean encrypted,
        boolean logProbs,
        SealedThought sealer) {
    static final String ENCRYPTED = "reasoning.encrypted_content";
    private static final String LOG_PROBS = "message.output_text.logprobs";
    private static final int MOST_METADATA = 16;

    /**
     * Reads a specification.
     *
     * @throws ApiException if something in it cannot be met
     */
    static ResponsePlan of(Specification specification, ServedModel model, SealedThought sealer) {
        return of(specification, model, sealer, sealer::open);
    }

    /**
     * Reads a specification that was accepted before; what has expired since does not matter.
     *
     * @throws ApiException if something in it cannot be met any more
     */
    static ResponsePlan again(Specification specification, ServedModel model, SealedThought sealer) {
        return of(specification, model, sealer, sealer::openAccepted);
    }

    private static ResponsePlan of(
            Specification specification,
            ServedModel model,
            SealedThought sealer,
            BiFunction<String, SealedThought.Owner, int[]> opener) {
        Fields fields = Fields.of(specification.body());
        Optional<Fields> reasoning = fields.object("reasoning");
        SettingsReader reader = new SettingsReader(fields, model);
        List<String> include = fields.strings("include", 16);
        boolean logProbs = include.contains(LOG_PROBS);
        refuse(fields);
        Strategy strategy = reader.strategy(
                reasoning.flatMap(r -> r.choice("mode", List.of("standard", "pro"))),
                Conversation.question(specification.conversation()));
        Settings settings = new Settings(
                reader.sampling(),
                reader.stop(),
                fields.integer("top_logprobs", 0, 20).orElse(0),
                reader.seed(CounterRandom.of(0).sequence()),
                reader.thinking(
                        reasoning.flatMap(r -> r.choice("effort", Effort.words())), List.of("max_output_tokens")),
                strategy,
                reader.format(fields.object("text").flatMap(text -> text.object("format"))));
        Optional<String> summary =
                reasoning.flatMap(r -> r.choice("summary", List.of("auto", "concise", "detailed", "none")));
        ThoughtVisibility most = reader.thoughts(new Caller(
                specification.key(),
                specification.tenant(),
                Set.of(),
                specification.thoughts(),
                false,
                RateLimit.NONE));
        int[] carried = carried(specification, model, opener, strategy);
        ResponsePlan plan = new ResponsePlan(
                specification,
                model,
                settings,
                model.prompt(withInstructions(fields, specification.conversation())),
                carried,
                summary.filter("none"::equals).isPresent() ? ThoughtVisibility.HIDDEN : most,
                summary.filter("detailed"::equals).isPresent()
                        ? LiveSummary.Detail.DETAILED
                        : LiveSummary.Detail.CONCISE,
                include.contains(ENCRYPTED) || !fields.flag("store", true),
                logProbs,
                sealer);
        settings.budget(model, plan.prompt.length, carried.length);
        return plan;
    }

    private static void refuse(Fields fields) {
        if (!fields.array("tools", 1024).isEmpty()) {
            throw ApiException.invalid(
                    "tools",
                    "unsupported_parameter",
                    "Unsupported parameter: 'tools' is not supported with this model.");
        }
        if (fields.has("conversation")) {
            throw ApiException.invalid(
                    "conversation",
                    "unsupported_parameter",
                    "conversations are not kept here; use previous_response_id");
        }
        fields.node("metadata").ifPresent(node -> {
            Fields metadata = Fields.of(node, "metadata");
            if (node.size() > MOST_METADATA) {
                throw ApiException.invalid("metadata", "metadata may have at most 16 entries: " + node.size());
            }
            node.propertyNames().forEach(name -> metadata.string(name));
        });
    }

    private static List<Message> withInstructions(Fields fields, List<Message> conversation) {
        List<Message> messages = new ArrayList<>();
        fields.string("instructions").ifPresent(instructions -> messages.add(new Message(Role.SYSTEM, instructions)));
        messages.addAll(conversation);
        return messages;
    }

    private static int[] carried(
            Specification specification,
            ServedModel model,
            BiFunction<String, SealedThought.Owner, int[]> opener,
            Strategy strategy) {
        if (specification.carried().isEmpty()) {
            return new int[0];
        }
        if (strategy.samples() > 1) {
            throw ApiException.invalid(
                    "zeroone.strategy",
                    "only a single sample can go on with an earlier thought; leave the strategy out");
        }
        try {
            int[] tokens = opener.apply(specification.carried().get(), specification.owner(model.name()));
            int size = model.tokenizer().vocabularySize();
            boolean ordinary = IntStream.of(tokens).allMatch(token -> token >= 0 && token < size);
            if (!ordinary) {
                throw new IllegalArgumentException("this belongs to another vocabulary");
            }
            return tokens;
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid(
                    "input",
                    "invalid_encrypted_content",
                    "the encrypted_content cannot be used: " + Quoted.of(String.valueOf(e.getMessage()))
                            + "; leave the reasoning item out");
        }
    }

    /** One request for all samples. */
    GenerationRequest together() {
        return settings.request(
                model, prompt, settings.strategy().samples(), Priority.INTERACTIVE, specification.tenant(), carried);
    }

    /** One request for each sample, each with randomness of its own. */
    List<GenerationRequest> apart() {
        List<GenerationRequest> requests = new ArrayList<>();
        for (int sample = 0; sample < settings.strategy().samples(); sample++) {
            GenerationRequest one = settings.request(model, prompt, 1, Priority.BATCH, specification.tenant(), carried);
            requests.add(
                    sample == 0
                            ? one
                            : new GenerationRequest(
                                    one.prompt(),
                                    one.sampling(),
                                    one.budget(),
                                    1,
                                    one.random().split("sample").split(sample),
                                    one.options(),
                                    one.resumed()));
        }
        return requests;
    }

    /** The contest between the samples; empty if there is only one. */
    Optional<Contest> contest() {
        int samples = settings.strategy().samples();
        Optional<Predicate<String>> verifier = settings.strategy() instanceof Strategy.Verified
                ? model.verifier().verifier(Conversation.question(specification.conversation()))
                : Optional.empty();
        return samples > 1 ? Optional.of(new Contest(samples, verifier)) : Optional.empty();
    }

    /** A field of the body, for the response to repeat. */
    Optional<JsonNode> echo(String field) {
        return Fields.of(specification.body()).node(field);
    }
}
