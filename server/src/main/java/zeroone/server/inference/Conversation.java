package zeroone.server.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Quoted;
import zeroone.text.Message;
import zeroone.text.Role;

/** Reads messages as OpenAI's clients write them. */
public final class Conversation {
    private static final int MOST_MESSAGES = 10_000;
    private static final Set<String> TEXT_PARTS = Set.of("text", "input_text", "output_text", "refusal");

    private Conversation() {}

    /**
     * The messages of a field. What a client sends back of earlier thoughts is not refused and not read.
     *
     * @throws ApiException if there is none, or one is not text
     */
    public static List<Message> read(Fields fields, String field) {
        List<Message> messages = new ArrayList<>();
        List<JsonNode> nodes = fields.array(field, MOST_MESSAGES);
        if (nodes.isEmpty()) {
            throw fields.has(field)
                    ? ApiException.invalid(fields.name(field), fields.name(field) + " must not be empty")
                    : fields.missing(field);
        }
        for (JsonNode node : nodes) {
            messages.add(message(node, fields.name(field) + "[" + messages.size() + "]"));
        }
        return messages;
    }

    /** One message. */
    public static Message message(JsonNode node, String path) {
        Fields fields = Fields.of(node, path);
        String role = fields.requiredString("role");
        return switch (role) {
            case "system", "developer" -> new Message(Role.SYSTEM, content(fields, path));
            case "user" -> Message.user(content(fields, path));
            case "assistant" -> Message.assistant(content(fields, path));
            default ->
                throw ApiException.invalid(
                        path + ".role",
                        "unsupported_value",
                        path + ".role must be system, developer, user or assistant: '" + Quoted.of(role) + "'");
        };
    }

    private static String content(Fields fields, String path) {
        Optional<JsonNode> content = fields.node("content");
        if (content.isEmpty()) {
            // An assistant that only thought, or called something, said nothing.
            return "";
        }
        if (content.get().isString()) {
            return content.get().stringValue();
        }
        StringBuilder text = new StringBuilder();
        int index = 0;
        for (JsonNode part : fields.array("content", MOST_MESSAGES)) {
            String at = path + ".content[" + index++ + "]";
            Fields partFields = Fields.of(part, at);
            String type = partFields.requiredString("type");
            if (!TEXT_PARTS.contains(type)) {
                throw ApiException.invalid(
                        at + ".type",
                        "unsupported_value",
                        at + ": this model reads text, not '" + Quoted.of(type) + "'");
            }
            text.append(partFields.requiredString(type.equals("refusal") ? "refusal" : "text"));
        }
        return text.toString();
    }

    /** The last thing that the user said; empty if nothing. */
    public static String question(List<Message> messages) {
        return messages.reversed().stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(Message::content)
                .orElse("");
    }
}
