package zeroone.cli.recipe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Values from the command line that replace those of a recipe, by dotted key. */
final class Overrides {
    private final Map<String, String> rawValues = new HashMap<>();

    private Overrides() {}

    /** Puts every {@code key=value} into the recipe. */
    static Overrides apply(TomlMapper toml, ObjectNode recipe, List<String> assignments) {
        Overrides overrides = new Overrides();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String key = equals < 0 ? "" : assignment.substring(0, equals).strip();
            if (key.isEmpty()) {
                throw malformed(assignment);
            }
            String value = assignment.substring(equals + 1).strip();
            overrides.merge(recipe, overrides.parse(toml, assignment, key, value), "", value);
        }
        return overrides;
    }

    /** What was typed for the key, if it was given on the command line. */
    boolean has(String key) {
        return rawValues.containsKey(key);
    }

    String raw(String key) {
        return rawValues.getOrDefault(key, "");
    }

    /** A bare word is not TOML; it is what people type for a string. */
    private ObjectNode parse(TomlMapper toml, String assignment, String key, String value) {
        for (String literal : List.of(value, TomlWriter.string(value))) {
            try {
                if (toml.readTree(key + " = " + literal) instanceof ObjectNode table) {
                    return table;
                }
            } catch (JacksonException e) {
                // Not TOML in this spelling.
            }
        }
        throw malformed(assignment);
    }

    private void merge(ObjectNode into, ObjectNode from, String path, String raw) {
        for (Map.Entry<String, JsonNode> entry : from.properties()) {
            String key = path + entry.getKey();
            if (entry.getValue() instanceof ObjectNode table && !table.isEmpty()) {
                ObjectNode child = into.get(entry.getKey()) instanceof ObjectNode existing
                        ? existing
                        : into.putObject(entry.getKey());
                merge(child, table, key + ".", raw);
            } else {
                into.set(entry.getKey(), entry.getValue());
                rawValues.put(key, raw);
            }
        }
    }

    private static RecipeException malformed(String assignment) {
        return new RecipeException(
                List.of("-s " + assignment + ": must be key=value, for example -s rl.learning_rate=3e-4"));
    }
}
