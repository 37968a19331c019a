package zeroone.text.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** JSON as transformers' {@code tojson} writes it: Python's spacing, nothing escaped but what must be. */
final class JsonText {
    private final TextBuilder out = new TextBuilder();
    private final OptionalInt indent;
    private final boolean asciiOnly;

    private JsonText(OptionalInt indent, boolean asciiOnly) {
        this.indent = indent;
        this.asciiOnly = asciiOnly;
    }

    static Text of(Value value, OptionalInt indent, boolean asciiOnly) {
        JsonText json = new JsonText(indent, asciiOnly);
        json.write(value, 1);
        return json.out.build();
    }

    private void write(Value value, int level) {
        switch (value) {
            case Text text -> string(text);
            case Value.Whole(long number) -> out.append(String.valueOf(number));
            case Value.Real(double number) -> out.append(Display.real(number));
            case Value.Bool(boolean flag) -> out.append(flag ? "true" : "false");
            case Value.None _ -> out.append("null");
            case Value.Sequence(List<Value> items, int _) -> {
                out.append("[");
                boolean first = true;
                for (Value item : items) {
                    separate(first, level);
                    write(item, level + 1);
                    first = false;
                }
                close(first, level, "]");
            }
            case Value.Mapping(Map<String, Value> entries, int _) -> {
                out.append("{");
                boolean first = true;
                for (Map.Entry<String, Value> entry : entries.entrySet()) {
                    separate(first, level);
                    string(Text.ofData(entry.getKey()));
                    out.append(": ");
                    write(entry.getValue(), level + 1);
                    first = false;
                }
                close(first, level, "}");
            }
            case Value.Undefined _, Value.Namespace _ ->
                throw new TemplateException(value.kind() + " has no form in JSON");
        }
    }

    private void separate(boolean first, int level) {
        if (!first) {
            out.append(indent.isPresent() ? "," : ", ");
        }
        breakLine(level);
    }

    private void close(boolean empty, int level, String bracket) {
        if (!empty) {
            breakLine(level - 1);
        }
        out.append(bracket);
    }

    private void breakLine(int level) {
        if (indent.isPresent()) {
            out.append("\n" + " ".repeat(indent.getAsInt() * level));
        }
    }

    private void string(Text text) {
        out.append("\"");
        for (int i = 0; i < text.characters().length(); i++) {
            out.append(escape(text.characters().charAt(i)), text.origins().charAt(i));
        }
        out.append("\"");
    }

    private String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                c < ' ' || (asciiOnly && c > '~') ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
