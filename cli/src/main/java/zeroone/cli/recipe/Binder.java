package zeroone.cli.recipe;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds one parsed recipe to a tree of records. Goes on after a problem, so that all of them are told at once; a value
 * that could not be made is an empty optional, and its problem has been noted.
 */
final class Binder {
    private final String source;
    private final Overrides overrides;
    private final List<String> problems = new ArrayList<>();

    Binder(String source, Overrides overrides) {
        this.source = source;
        this.overrides = overrides;
    }

    <T extends Record> T bind(Class<T> type, ObjectNode recipe) {
        KnownKeys known = KnownKeys.of(type);
        Optional<T> config =
                record(type, recipe, "", RecordShape.defaults(type), known).map(type::cast);
        return config.filter(bound -> problems.isEmpty()).orElseThrow(() -> new RecipeException(problems));
    }

    private Optional<Record> record(
            Class<? extends Record> type, ObjectNode table, String path, Optional<Record> defaults, KnownKeys known) {
        List<RecordComponent> components = RecordShape.components(type);
        List<String> keys =
                components.stream().map(c -> KeyNames.ofComponent(c.getName())).toList();
        for (String key : table.propertyNames()) {
            if (!keys.contains(key)) {
                problems.add(unknown(path, key, keys, known));
            }
        }
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            String key = path + KeyNames.ofComponent(component.getName());
            Optional<Object> standard = defaults.map(record -> RecordShape.component(record, component));
            table.optional(KeyNames.ofComponent(component.getName()))
                    .map(node -> value(component.getGenericType(), node, key, standard, known))
                    .orElseGet(() -> absent(component.getGenericType(), key, standard, known))
                    .ifPresent(values::add);
        }
        if (values.size() < components.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordShape.construct(type, values.toArray()));
        } catch (IllegalArgumentException e) {
            problems.add(rejected(components, values, path, Objects.requireNonNullElse(e.getMessage(), e.toString())));
            return Optional.empty();
        }
    }

    private Optional<Object> absent(Type type, String key, Optional<Object> standard, KnownKeys known) {
        if (standard.isPresent()) {
            if (standard.get() instanceof Optional<?> optional && optional.isPresent()) {
                // Leaving the key out could then not say "none", and a written recipe would not read back as itself.
                throw new IllegalStateException(
                        "the default of the optional " + key + " must be empty, or the component not optional");
            }
            return standard;
        }
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (Scalar.recordClass(type).isPresent()) {
            return value(type, JsonNodeFactory.instance.objectNode(), key, Optional.empty(), known);
        }
        problems.add(source + ": " + key + ": missing; it must be " + Scalar.rule(type));
        return Optional.empty();
    }

    private Optional<Object> value(Type type, JsonNode node, String key, Optional<Object> standard, KnownKeys known) {
        Optional<Class<? extends Record>> record = Scalar.recordClass(type);
        if (record.isPresent()) {
            if (!(node instanceof ObjectNode table)) {
                return wrong(type, node, key);
            }
            Optional<Record> defaults = standard.map(Record.class::cast).or(() -> RecordShape.defaults(record.get()));
            return record(record.get(), table, key + ".", defaults, known).map(Object.class::cast);
        }
        if (type instanceof ParameterizedType container) {
            return container(container, node, key, known);
        }
        Optional<Object> scalar = Scalar.read(type, node)
                .or(() -> type == String.class && overrides.has(key)
                        ? Optional.of(overrides.raw(key))
                        : Optional.empty());
        return scalar.isPresent() ? scalar : wrong(type, node, key);
    }

    private Optional<Object> container(ParameterizedType type, JsonNode node, String key, KnownKeys known) {
        Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return value(element, node, key, Optional.empty(), known).map(Optional::of);
        }
        if (type.getRawType() == List.class) {
            return node instanceof ArrayNode array ? list(element, array, key, known) : wrong(type, node, key);
        }
        if (type.getRawType() == Map.class && type.getActualTypeArguments()[0] == String.class) {
            return node instanceof ObjectNode table ? map(element, table, key, known) : wrong(type, node, key);
        }
        throw new IllegalStateException("a recipe cannot hold a " + type + " (" + key + ")");
    }

    private Optional<Object> list(Type element, ArrayNode array, String key, KnownKeys known) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            value(element, array.get(i), key + "[" + i + "]", Optional.empty(), known)
                    .ifPresent(elements::add);
        }
        return elements.size() < array.size() ? Optional.empty() : Optional.of(List.copyOf(elements));
    }

    private Optional<Object> map(Type element, ObjectNode table, String key, KnownKeys known) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            value(element, entry.getValue(), key + "." + entry.getKey(), Optional.empty(), known)
                    .ifPresent(value -> entries.put(entry.getKey(), value));
        }
        return entries.size() < table.size() ? Optional.empty() : Optional.of(entries);
    }

    private String unknown(String path, String key, List<String> keys, KnownKeys known) {
        String meant = KeyNames.nearest(key, keys)
                .map(near -> path + near)
                .or(() -> known.elsewhere(key))
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> "the keys "
                        + (path.isEmpty() ? "here" : "of [" + path.substring(0, path.length() - 1) + "]") + " are "
                        + String.join(", ", keys));
        return place(path + key) + ": unknown key; " + meant;
    }

    private Optional<Object> wrong(Type type, JsonNode node, String key) {
        String meant = Scalar.nearest(type, node)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
        problems.add(assignment(key, node.toString()) + ": must be " + Scalar.rule(type) + meant);
        return Optional.empty();
    }

    /** Names the key that the constructor complains of, if its message names one component. */
    private String rejected(List<RecordComponent> components, List<Object> values, String path, String message) {
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            if (Pattern.compile("\\b" + components.get(i).getName() + "\\b")
                    .matcher(message)
                    .find()) {
                named.add(i);
            }
        }
        if (named.size() != 1) {
            String table = path.isEmpty() ? source : source + ": [" + path.substring(0, path.length() - 1) + "]";
            return table + ": " + message;
        }
        int index = named.getFirst();
        String key = path + KeyNames.ofComponent(components.get(index).getName());
        return assignment(key, String.valueOf(values.get(index))) + ": " + message;
    }

    private String assignment(String key, String value) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return overrides.has(key) ? place(key) : source + ": " + key + " = " + shown;
    }

    private String place(String key) {
        return overrides.has(key) ? "-s " + key + "=" + overrides.raw(key) : source + ": " + key;
    }
}
