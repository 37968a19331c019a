package zeroone.cli.recipe;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a tree of records as TOML: plain values of a table first, then its tables. */
final class TomlWriter {
    private final StringBuilder text = new StringBuilder();

    String write(Record config) {
        table(entries(config), "");
        return text.toString();
    }

    private void table(Map<String, Object> entries, String path) {
        entries.forEach((key, value) -> {
            if (!isTable(value) && !isArrayOfTables(value)) {
                text.append(key(key)).append(" = ").append(inline(value)).append('\n');
            }
        });
        entries.forEach((key, value) -> {
            String dotted = path + key(key);
            if (isTable(value)) {
                header("[" + dotted + "]");
                table(entries(value), dotted + ".");
            } else if (isArrayOfTables(value)) {
                for (Object element : (List<?>) value) {
                    header("[[" + dotted + "]]");
                    table(entries(element), dotted + ".");
                }
            }
        });
    }

    private void header(String header) {
        text.append(text.isEmpty() ? "" : "\n").append(header).append('\n');
    }

    private static boolean isTable(Object value) {
        return value instanceof Record || value instanceof Map;
    }

    private static boolean isArrayOfTables(Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(TomlWriter::isTable);
    }

    private static Map<String, Object> entries(Object table) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (table instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                put(entries, KeyNames.ofComponent(component.getName()), RecordShape.component(record, component));
            }
        } else {
            ((Map<?, ?>) table).forEach((key, value) -> put(entries, (String) key, value));
        }
        return entries;
    }

    private static void put(Map<String, Object> entries, String key, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> entries.put(key, present));
        } else {
            entries.put(key, value);
        }
    }

    private static String inline(Object value) {
        return switch (value) {
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Double number -> number(number);
            case Boolean flag -> flag.toString();
            case String string -> string(string);
            case Path path -> string(path.toString());
            case Duration duration -> string(DurationText.of(duration));
            case Enum<?> constant -> string(KeyNames.ofConstant(constant));
            case List<?> list -> list.stream().map(TomlWriter::inline).collect(Collectors.joining(", ", "[", "]"));
            case Object other ->
                throw new IllegalStateException(
                        "a recipe cannot hold a " + other.getClass().getName() + ": " + other);
        };
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Double.toString(value).toLowerCase(Locale.ROOT);
    }

    private static String key(String key) {
        return key.matches("[A-Za-z0-9_-]+") ? key : string(key);
    }

    /** A TOML basic string. */
    static String string(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            quoted.append(escaped(value.charAt(i)));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < 0x20 || c == 0x7f ? String.format(Locale.ROOT, "\\u%04X", (int) c) : Character.toString(c);
        };
    }
}
