package zeroone.server.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import zeroone.server.http.ApiException;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.http.Quoted;

/**
 * Turns the part of JSON Schema into a grammar that structured outputs use: {@code type} (also several), {@code properties}
 * in their order, {@code required}, {@code items}, {@code minItems} 0 or 1, {@code enum}, {@code const}, {@code anyOf},
 * {@code $ref} to {@code #/$defs}. A keyword that would be ignored is refused.
 */
final class JsonSchema {
    private static final Set<String> NOTES =
            Set.of("title", "description", "default", "examples", "$schema", "$id", "$defs", "definitions", "strict");
    private static final int MOST_NODES = 2000;
    private static final int FREE_DEPTH = 6;

    private final String param;
    private final Map<String, JsonNode> definitions = new HashMap<>();
    private final Map<String, Grammar> rules = new HashMap<>();
    private int nodes;

    private JsonSchema(String param) {
        this.param = param;
    }

    /**
     * The grammar of a schema.
     *
     * @param param what errors call it
     * @throws ApiException if a keyword is unknown here, or the schema is wrong
     */
    static Grammar compile(JsonNode schema, String param) {
        JsonSchema compiler = new JsonSchema(param);
        for (String place : List.of("$defs", "definitions")) {
            if (schema.get(place) instanceof ObjectNode object) {
                object.properties()
                        .forEach(definition -> compiler.definitions.put(
                                "#/" + place + "/" + definition.getKey(), definition.getValue()));
            }
        }
        return compiler.value(schema, param);
    }

    private Grammar value(JsonNode node, String path) {
        if (++nodes > MOST_NODES) {
            throw refused(path, "the schema has more than " + MOST_NODES + " parts");
        }
        if (node.isBoolean() && node.booleanValue()) {
            return JsonGrammar.any(FREE_DEPTH);
        }
        Fields fields = Fields.of(node, path);
        if (fields.has("$ref")) {
            return finish(fields, path, reference(fields.requiredString("$ref"), path));
        }
        if (fields.has("const")) {
            fields.node("type");
            return finish(fields, path, literal(fields.node("const").orElseThrow()));
        }
        if (fields.has("enum")) {
            fields.node("type");
            return finish(
                    fields,
                    path,
                    oneOf(
                            path,
                            fields.array("enum", MOST_NODES).stream()
                                    .map(JsonSchema::literal)
                                    .toList()));
        }
        if (fields.has("anyOf")) {
            List<Grammar> branches = new ArrayList<>();
            for (JsonNode branch : fields.array("anyOf", 64)) {
                branches.add(value(branch, path + ".anyOf[" + branches.size() + "]"));
            }
            return finish(fields, path, oneOf(path, branches));
        }
        List<Grammar> types = new ArrayList<>();
        for (String type : fields.strings("type", 7)) {
            types.add(typed(type, fields, path));
        }
        return finish(fields, path, types.isEmpty() ? JsonGrammar.any(FREE_DEPTH) : oneOf(path, types));
    }

    private Grammar finish(Fields fields, String path, Grammar grammar) {
        for (String keyword : fields.ignored()) {
            if (!NOTES.contains(keyword)) {
                throw ApiException.invalid(
                        param,
                        "unsupported_schema",
                        path + ": the keyword '" + Quoted.of(keyword)
                                + "' is not supported here; leave it out and check"
                                + " the answer yourself. Supported are type, properties, required,"
                                + " additionalProperties, items, minItems (0 or 1), enum, const, anyOf, $ref and"
                                + " $defs");
            }
        }
        return grammar;
    }

    private Grammar typed(String type, Fields fields, String path) {
        return switch (type) {
            case "string" -> JsonGrammar.STRING;
            case "integer" -> JsonGrammar.INTEGER;
            case "number" -> JsonGrammar.NUMBER;
            case "boolean" -> JsonGrammar.BOOLEAN;
            case "null" -> JsonGrammar.NULL;
            case "array" -> {
                boolean mayBeEmpty = fields.integer("minItems", 0, 1).orElse(0) == 0;
                Grammar items = fields.node("items")
                        .map(node -> value(node, path + ".items"))
                        .orElseGet(() -> JsonGrammar.any(FREE_DEPTH - 1));
                yield JsonGrammar.list("[", "]", items, mayBeEmpty);
            }
            case "object" -> object(fields, path);
            default -> throw refused(path, "there is no type '" + Quoted.of(type) + "' in JSON");
        };
    }

    private Grammar object(Fields fields, String path) {
        boolean free =
                fields.node("additionalProperties").map(JsonNode::isBoolean).orElse(true);
        if (!free) {
            throw refused(path, "additionalProperties can only be true or false here");
        }
        if (fields.node("properties").isEmpty()) {
            fields.strings("required", MOST_NODES);
            return JsonGrammar.object(JsonGrammar.any(FREE_DEPTH - 1));
        }
        JsonNode properties = fields.node("properties").orElseThrow();
        if (!(properties instanceof ObjectNode object)) {
            throw refused(path, "properties must be an object");
        }
        Set<String> required = new HashSet<>(fields.strings("required", MOST_NODES));
        for (String name : required) {
            if (!object.has(name)) {
                throw refused(path, "the required '" + Quoted.of(name) + "' is not among the properties");
            }
        }
        // Members come in the order of the schema; further ones are not written, which every schema allows.
        Grammar withoutComma = Grammar.text("}");
        Grammar withComma = Grammar.text("}");
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        for (Map.Entry<String, JsonNode> member : members.reversed()) {
            String name = member.getKey();
            Grammar written = JsonGrammar.member(
                    Grammar.text(Json.write(StringNode.valueOf(name))),
                    value(member.getValue(), path + ".properties." + Quoted.of(name)));
            Grammar then = Grammar.sequence(written, JsonGrammar.SPACE, withComma);
            Grammar thenAfterComma = Grammar.sequence(Grammar.text(","), JsonGrammar.SPACE, then);
            withoutComma = required.contains(name) ? then : Grammar.choice(then, withoutComma);
            withComma = required.contains(name) ? thenAfterComma : Grammar.choice(thenAfterComma, withComma);
        }
        return Grammar.sequence(Grammar.text("{"), JsonGrammar.SPACE, withoutComma);
    }

    private Grammar reference(String name, String path) {
        JsonNode definition = definitions.get(name);
        if (definition == null) {
            throw refused(path, "'" + Quoted.of(name) + "' is not defined; references go to #/$defs/… of the schema");
        }
        if (!rules.containsKey(name)) {
            Grammar[] body = {Grammar.EMPTY};
            rules.put(name, new Grammar.Rule(() -> body[0]));
            if (definition.has("$ref") || definition.has("anyOf")) {
                requireProgress(name, name, new HashSet<>(), path);
            }
            body[0] = value(definition, name);
        }
        Grammar rule = rules.get(name);
        if (rule == null) {
            throw new IllegalStateException("the rule was just made: " + name);
        }
        return rule;
    }

    /** A definition that is itself, without anything written between, has no text. */
    private void requireProgress(String start, String name, Set<String> seen, String path) {
        if (!seen.add(name)) {
            throw refused(path, "'" + Quoted.of(start) + "' refers to itself without anything between");
        }
        JsonNode node = definitions.get(name);
        if (node == null) {
            return;
        }
        List<JsonNode> alternatives = new ArrayList<>(List.of(node));
        node.path("anyOf").forEach(alternatives::add);
        for (JsonNode alternative : alternatives) {
            String next = alternative.path("$ref").asString("");
            if (!next.isEmpty()) {
                requireProgress(start, next, new HashSet<>(seen), path);
            }
        }
    }

    private static Grammar literal(JsonNode value) {
        return Grammar.text(Json.write(value));
    }

    private Grammar oneOf(String path, List<Grammar> branches) {
        if (branches.isEmpty()) {
            throw refused(path, "there must be at least one alternative");
        }
        return branches.size() == 1 ? branches.getFirst() : new Grammar.Choice(branches);
    }

    private ApiException refused(String path, String message) {
        return ApiException.invalid(param, "invalid_json_schema", path + ": " + message);
    }
}
