package zeroone.server.responses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.thought.SealedThought;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.text.Message;
import zeroone.text.Role;

/**
 * A response that was asked for, resolved: it depends on no other response, nor on who asks later. Kept as JSON, so that it
 * can be run again after a crash and be followed up.
 *
 * @param body what the client sent, with the seed that was drawn if it chose none, and without its input
 * @param history of earlier responses
 * @param input of this one
 * @param carried an earlier thought, sealed, that goes on
 * @param key of whom it was sealed for and will be
 * @param thoughts the most that this key may see
 */
record Specification(
        String id,
        Instant created,
        ObjectNode body,
        List<Message> history,
        List<Message> input,
        Optional<String> carried,
        String key,
        String tenant,
        ThoughtVisibility thoughts) {
    private static final int MOST = 100_000;

    Specification {
        history = List.copyOf(history);
        input = List.copyOf(input);
    }

    /** All that was said, in order. */
    List<Message> conversation() {
        List<Message> all = new ArrayList<>(history);
        all.addAll(input);
        return all;
    }

    SealedThought.Owner owner(String model) {
        return new SealedThought.Owner(key, tenant, model);
    }

    static Specification of(
            String id,
            Instant created,
            ObjectNode body,
            List<Message> history,
            List<Message> input,
            Optional<String> carried,
            Caller caller) {
        return new Specification(
                id, created, body, history, input, carried, caller.key(), caller.tenant(), caller.thoughts());
    }

    String json() {
        ObjectNode node = Json.object().put("id", id).put("created", created.toString());
        node.set("body", body);
        write(history, node.putArray("history"));
        write(input, node.putArray("input"));
        carried.ifPresent(thought -> node.put("carried", thought));
        node.put("key", key).put("tenant", tenant).put("thoughts", thoughts.wire());
        return Json.write(node);
    }

    static Specification parse(String json) {
        Fields fields = Fields.of(Json.parse(json));
        return new Specification(
                fields.requiredString("id"),
                Instant.parse(fields.requiredString("created")),
                (ObjectNode) fields.node("body").orElseThrow(() -> fields.missing("body")),
                read(fields, "history"),
                read(fields, "input"),
                fields.string("carried"),
                fields.requiredString("key"),
                fields.requiredString("tenant"),
                ThoughtVisibility.of(fields.requiredString("thoughts")));
    }

    private static void write(List<Message> messages, ArrayNode into) {
        for (Message message : messages) {
            into.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.content());
        }
    }

    private static List<Message> read(Fields fields, String field) {
        List<Message> messages = new ArrayList<>();
        fields.array(field, MOST).forEach(node -> {
            Fields message = Fields.of(node, field);
            messages.add(new Message(
                    Role.valueOf(message.requiredString("role").toUpperCase(Locale.ROOT)),
                    message.requiredString("content")));
        });
        return messages;
    }
}
