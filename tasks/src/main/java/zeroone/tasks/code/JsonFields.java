package zeroone.tasks.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strict reading of a user's JSON: every complaint names the field, the rule and the value.
 *
 * @param what whose fields these are, for messages
 */
record JsonFields(String what, ObjectNode node) {
    private static final int SHOWN = 60;

    static JsonFields of(String what, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new JsonFields(what, object);
        }
        throw new IllegalArgumentException(what + " must be a JSON object: " + shown(node));
    }

    void only(Set<String> names) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        what + " has no field \"" + name + "\"; it has " + String.join(", ", new TreeSet<>(names)));
            }
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" of " + what + " must be a text: " + shown(value));
        }
        return value.stringValue();
    }

    int whole(String name, int otherwise) {
        return has(name) ? whole(name, node.path(name)) : otherwise;
    }

    ObjectNode object(String name) {
        return of("\"" + name + "\" of " + what, node.path(name)).node();
    }

    /** The members of a list that may be empty only if it is left out. */
    List<JsonNode> list(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray() || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" of " + what + " must be a list with something in it: " + shown(value));
        }
        List<JsonNode> members = new ArrayList<>();
        value.forEach(members::add);
        return members;
    }

    static int whole(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a whole number: " + shown(value));
        }
        return value.intValue();
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "it is missing" : value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
