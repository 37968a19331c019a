package zeroone.server.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a JSON object strictly: a wrong type or an impossible number is refused with the name of the field.
 * A field that is null counts as absent. Remembers which fields were asked for, so that others can be told about.
 */
public final class Fields {
    private final ObjectNode node;
    private final String path;
    private final Set<String> known = new HashSet<>();

    private Fields(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** The fields of a body. */
    public static Fields of(ObjectNode node) {
        return new Fields(node, "");
    }

    /** The fields of an object within a body, which errors call by its path. */
    public static Fields of(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return new Fields(object, path + ".");
        }
        throw ApiException.invalid(path, "invalid_type", path + " must be an object");
    }

    /** How errors call a field. */
    public String name(String field) {
        return path + field;
    }

    /** The field as it is; empty if absent or null. */
    public Optional<JsonNode> node(String field) {
        known.add(field);
        return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
    }

    public boolean has(String field) {
        return node(field).isPresent();
    }

    public Optional<String> string(String field) {
        return node(field).map(value -> {
            if (!value.isString()) {
                throw wrongType(field, "a string");
            }
            return value.stringValue();
        });
    }

    public String requiredString(String field) {
        return string(field).orElseThrow(() -> missing(field));
    }

    public boolean flag(String field, boolean otherwise) {
        return node(field)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw wrongType(field, "true or false");
                    }
                    return value.booleanValue();
                })
                .orElse(otherwise);
    }

    public OptionalInt integer(String field, int least, int most) {
        OptionalLong value = wide(field, least, most);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    public OptionalLong wide(String field, long least, long most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().isIntegralNumber()) {
            throw wrongType(field, "a whole number");
        }
        if (!value.get().canConvertToLong()
                || value.get().longValue() < least
                || value.get().longValue() > most) {
            throw ApiException.invalid(
                    name(field),
                    name(field) + " must be in [" + least + ", " + most + "]: "
                            + value.get().asString());
        }
        return OptionalLong.of(value.get().longValue());
    }

    public OptionalDouble number(String field, double least, double most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!value.get().isNumber()) {
            throw wrongType(field, "a number");
        }
        double number = value.get().doubleValue();
        if (!(number >= least && number <= most)) {
            throw ApiException.invalid(
                    name(field), name(field) + " must be in [" + least + ", " + most + "]: " + number);
        }
        return OptionalDouble.of(number);
    }

    public Optional<Fields> object(String field) {
        return node(field).map(value -> of(value, name(field)));
    }

    /** The elements of an array; none if it is absent. */
    public List<JsonNode> array(String field, int most) {
        Optional<JsonNode> value = node(field);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray()) {
            throw wrongType(field, "an array");
        }
        if (value.get().size() > most) {
            throw ApiException.invalid(
                    name(field),
                    name(field) + " may have at most " + most + " elements: "
                            + value.get().size());
        }
        List<JsonNode> elements = new ArrayList<>();
        value.get().forEach(elements::add);
        return elements;
    }

    /** A string, or an array of strings. */
    public List<String> strings(String field, int most) {
        Optional<JsonNode> value = node(field);
        if (value.isPresent() && value.get().isString()) {
            return List.of(value.get().stringValue());
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode element : array(field, most)) {
            if (!element.isString()) {
                throw wrongType(field, "a string or an array of strings");
            }
            strings.add(element.stringValue());
        }
        return strings;
    }

    /** One of the given words. */
    public Optional<String> choice(String field, List<String> words) {
        Optional<String> value = string(field);
        if (value.isPresent() && !words.contains(value.get())) {
            throw ApiException.invalid(
                    name(field),
                    "unsupported_value",
                    name(field) + " must be one of " + String.join(", ", words) + ": '" + Quoted.of(value.get()) + "'");
        }
        return value;
    }

    /** Fields that nobody asked for, in alphabetical order. */
    public Set<String> ignored() {
        Set<String> names = new TreeSet<>(node.propertyNames());
        names.removeAll(known);
        return names;
    }

    public ApiException missing(String field) {
        return ApiException.invalid(name(field), "missing_required_parameter", name(field) + " is required");
    }

    public ApiException wrongType(String field, String expected) {
        return ApiException.invalid(name(field), "invalid_type", name(field) + " must be " + expected);
    }
}
