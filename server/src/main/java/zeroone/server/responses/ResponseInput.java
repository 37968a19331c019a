package zeroone.server.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.http.Quoted;
import zeroone.server.inference.Conversation;
import zeroone.text.Message;
import zeroone.text.Role;

/**
 * What a response is asked about: its own input and what an earlier response adds. A thought that was cut off, so that no
 * answer follows it, goes on; one that led to an answer goes on only where {@code reasoning.context} is {@code all_turns}.
 *
 * @param history of earlier responses
 * @param carried a sealed thought that goes on
 */
record ResponseInput(List<Message> history, List<Message> input, Optional<String> carried) {
    private static final int MOST_ITEMS = 10_000;

    /** A sealed thought, and whether an answer followed it. */
    private record Sealed(String text, boolean answered) {}

    static ResponseInput read(Fields fields, Caller caller, ResponseServices services) {
        String context = fields.object("reasoning")
                .flatMap(r -> r.choice("context", List.of("auto", "current_turn", "all_turns")))
                .orElse("auto");
        List<Message> history = new ArrayList<>();
        Optional<Sealed> thought = Optional.empty();
        Optional<String> previous = fields.string("previous_response_id");
        if (previous.isPresent()) {
            ResponseServices.Known known = services.find(caller.tenant(), previous.get())
                    .orElseThrow(() -> ApiException.invalid(
                            "previous_response_id",
                            "previous_response_not_found",
                            "there is no response '" + Quoted.of(previous.get()) + "' of yours; it may be too old, or"
                                    + " store was false"));
            history.addAll(known.specification().conversation());
            Optional<String> answer = answer(known.response());
            answer.ifPresent(text -> history.add(Message.assistant(text)));
            if (known.specification().key().equals(caller.key())) {
                thought = sealed(known.response()).map(text -> new Sealed(text, answer.isPresent()));
            }
        }
        List<Message> input = new ArrayList<>();
        JsonNode node = fields.node("input").orElseThrow(() -> fields.missing("input"));
        if (node.isString()) {
            input.add(Message.user(node.stringValue()));
        } else {
            int index = 0;
            for (JsonNode item : fields.array("input", MOST_ITEMS)) {
                String path = "input[" + index++ + "]";
                String type = Fields.of(item, path).string("type").orElse("message");
                switch (type) {
                    case "message" -> {
                        Message message = Conversation.message(item, path);
                        input.add(message);
                        if (message.role() == Role.ASSISTANT) {
                            thought = thought.map(old -> new Sealed(old.text(), true));
                        }
                    }
                    case "reasoning" -> {
                        Optional<String> text = Fields.of(item, path).string("encrypted_content");
                        thought = text.map(given -> new Sealed(given, false)).or(() -> Optional.empty());
                    }
                    default ->
                        throw ApiException.invalid(
                                path + ".type",
                                "unsupported_value",
                                path + ".type must be message or reasoning: '" + Quoted.of(type) + "'");
                }
            }
        }
        if (history.isEmpty() && input.isEmpty()) {
            throw ApiException.invalid("input", "input must have at least one message");
        }
        Optional<String> carried = switch (context) {
            case "all_turns" -> thought.map(Sealed::text);
            case "current_turn" -> Optional.empty();
            default -> thought.filter(seal -> !seal.answered()).map(Sealed::text);
        };
        return new ResponseInput(List.copyOf(history), List.copyOf(input), carried);
    }

    /** The text of a response's message; empty if it has none. */
    static Optional<String> answer(String response) {
        StringBuilder text = new StringBuilder();
        Json.parse(response)
                .path("output")
                .forEach(item -> item.path("content").forEach(part -> {
                    if (part.path("type").asString("").equals("output_text")) {
                        text.append(part.path("text").asString(""));
                    }
                }));
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static Optional<String> sealed(String response) {
        return Json.parse(response)
                .path("output")
                .valueStream()
                .map(item -> item.path("encrypted_content").asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
