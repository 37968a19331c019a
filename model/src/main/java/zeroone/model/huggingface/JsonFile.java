package zeroone.model.huggingface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object in a file whose values are asked for by key and type; null counts as absent. */
record JsonFile(Path file, JsonNode root) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonFile read(Path file) {
        JsonNode root;
        try {
            root = STRICT.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ModelFormatException(file, "does not exist: give a Hugging Face model directory", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException e) {
            throw new ModelFormatException(file, "is not valid JSON: " + e.getOriginalMessage(), e);
        }
        if (!root.isObject()) {
            throw new ModelFormatException(file, "must be a JSON object");
        }
        return new JsonFile(file, root);
    }

    static void write(Path file, ObjectNode root) {
        AtomicFile.write(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    ModelFormatException error(String problem) {
        return new ModelFormatException(file, problem);
    }

    boolean has(String key) {
        return root.hasNonNull(key);
    }

    JsonNode at(String key) {
        return root.path(key);
    }

    /** The object under a key, asked in the same way. */
    JsonFile object(String key) {
        if (!at(key).isObject()) {
            throw error(key + " must be an object: " + at(key));
        }
        return new JsonFile(file, at(key));
    }

    int positive(String key) {
        return positive(key, OptionalInt.empty());
    }

    int positive(String key, OptionalInt otherwise) {
        if (!has(key)) {
            return otherwise.orElseThrow(() -> error(key + " is missing: it must be a positive integer"));
        }
        JsonNode value = at(key);
        if (!value.isInt() || value.intValue() < 1) {
            throw error(key + " must be a positive integer: " + value);
        }
        return value.intValue();
    }

    double positive(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = at(key);
        if (!value.isNumber() || !(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
            throw error(key + " must be a positive number: " + value);
        }
        return value.doubleValue();
    }

    OptionalInt integer(String key) {
        if (!has(key)) {
            return OptionalInt.empty();
        }
        if (!at(key).isInt()) {
            throw error(key + " must be an integer: " + at(key));
        }
        return OptionalInt.of(at(key).intValue());
    }

    OptionalDouble number(String key) {
        if (!has(key)) {
            return OptionalDouble.empty();
        }
        JsonNode value = at(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw error(key + " must be a number: " + value);
        }
        return OptionalDouble.of(value.doubleValue());
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!at(key).isBoolean()) {
            throw error(key + " must be true or false: " + at(key));
        }
        return at(key).booleanValue();
    }

    OptionalInt tokenId(String key) {
        List<Integer> ids = tokenIds(key);
        if (ids.size() > 1) {
            throw error(key + " must be one token id: " + at(key));
        }
        return ids.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ids.getFirst());
    }

    /** One id or a list of them; none if absent. A negative id is an old way to say none. */
    List<Integer> tokenIds(String key) {
        List<Integer> ids = new ArrayList<>();
        if (has(key)) {
            JsonNode value = at(key);
            for (JsonNode id : value.isArray()
                    ? value
                    : JsonMapper.shared().createArrayNode().add(value)) {
                if (!id.isInt()) {
                    throw error(key + " must be a token id or a list of token ids: " + value);
                }
                if (id.intValue() >= 0) {
                    ids.add(id.intValue());
                }
            }
        }
        return List.copyOf(ids);
    }

    /** The form {@link #tokenIds} reads: one number, a list, or null. */
    static void putTokenIds(ObjectNode node, String key, List<Integer> ids) {
        if (ids.size() == 1) {
            node.put(key, ids.getFirst());
        } else if (ids.isEmpty()) {
            node.putNull(key);
        } else {
            ArrayNode array = node.putArray(key);
            ids.forEach(array::add);
        }
    }

    static void putTokenId(ObjectNode node, String key, OptionalInt id) {
        putTokenIds(node, key, id.isPresent() ? List.of(id.getAsInt()) : List.of());
    }
}
