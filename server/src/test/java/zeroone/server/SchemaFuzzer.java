package zeroone.server;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws JSON that follows a schema of an OpenAPI document, mostly: some of it is wrong on purpose. */
final class SchemaFuzzer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "</think>",
            "<|end|>",
            "{{ messages }}",
            "{% for x in y %}",
            "\u0000",
            "\ud800",
            "ünï",
            "🙂",
            "'; drop",
            "../../etc/passwd",
            "resp_none",
            "a".repeat(3000),
            "reasoning.encrypted_content",
            "NaN",
            "AQAAAAAAAAAH");

    private final JsonNode document;
    private final List<String> heard = new ArrayList<>();

    SchemaFuzzer(JsonNode document) {
        this.document = document;
    }

    /** Puts into later bodies, now and then, what the server said: ids and ciphertexts, maybe of another tenant. */
    void hear(String text) {
        heard.addLast(text);
        if (heard.size() > 50) {
            heard.removeFirst();
        }
    }

    private String text(RandomGenerator random) {
        return heard.isEmpty() || random.nextInt(3) > 0
                ? TEXTS.get(random.nextInt(TEXTS.size()))
                : heard.get(random.nextInt(heard.size()));
    }

    /** A body; one in ten is not even JSON. */
    String body(JsonNode schema, RandomGenerator random) {
        String text = new JsonMapper().writeValueAsString(draw(schema, random, 0));
        return switch (random.nextInt(30)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text + "x";
            case 2 -> "[" + text + "]";
            default -> text;
        };
    }

    private JsonNode draw(JsonNode given, RandomGenerator random, int depth) {
        JsonNode schema = resolve(given);
        if (random.nextInt(25) == 0) {
            return junk(random, depth);
        }
        if (schema.has("oneOf")) {
            return draw(
                    schema.path("oneOf").get(random.nextInt(schema.path("oneOf").size())), random, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> JSON.stringNode(text(random));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> integer(schema, random);
            case "number" ->
                JSON.numberNode(schema.path("minimum").asDouble(0)
                        + random.nextDouble()
                                * (schema.path("maximum").asDouble(1)
                                        - schema.path("minimum").asDouble(0)));
            case "array" -> array(schema, random, depth);
            default -> object(schema, random, depth);
        };
    }

    private static JsonNode integer(JsonNode schema, RandomGenerator random) {
        long least = schema.path("minimum").asLong(-1000);
        long most = Math.min(schema.path("maximum").asLong(1000), least + 130);
        return JSON.numberNode(least + random.nextLong(most - least + 1));
    }

    private JsonNode array(JsonNode schema, RandomGenerator random, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = random.nextInt(depth > 4 ? 1 : 4);
        for (int i = 0; i < Math.max(size, schema.path("minItems").asInt(0)); i++) {
            array.add(draw(schema.path("items"), random, depth + 1));
        }
        return array;
    }

    private JsonNode object(JsonNode schema, RandomGenerator random, int depth) {
        ObjectNode object = JSON.objectNode();
        for (var property : schema.path("properties").properties()) {
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asString().equals(property.getKey()));
            if (required ? random.nextInt(40) > 0 : random.nextInt(8) == 0) {
                JsonNode value = property.getKey().equals("model") && random.nextInt(10) > 0
                        ? JSON.stringNode("scripted")
                        : draw(property.getValue(), random, depth + 1);
                object.set(property.getKey(), value);
            }
        }
        if (random.nextInt(10) == 0) {
            object.set(TEXTS.get(random.nextInt(TEXTS.size())), junk(random, depth));
        }
        return object;
    }

    private static JsonNode junk(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 6 ? 8 : 10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(-1);
            case 2 -> JSON.numberNode(Long.MAX_VALUE);
            case 3 -> JSON.numberNode(1e308);
            case 4 -> JSON.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5 -> JSON.booleanNode(random.nextBoolean());
            case 6 -> JSON.objectNode();
            case 7 -> JSON.numberNode(0.5);
            case 8 -> JSON.arrayNode().add(junk(random, depth + 1));
            default -> {
                ObjectNode object = JSON.objectNode();
                object.set("type", junk(random, depth + 1));
                yield object;
            }
        };
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : document.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
