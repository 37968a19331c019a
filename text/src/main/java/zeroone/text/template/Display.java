package zeroone.text.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How Python prints values. */
final class Display {
    private Display() {}

    /** What {@code str()} says of a value. */
    static Text text(Value value) {
        return switch (value) {
            case Text text -> text;
            case Value.Undefined _ -> Text.EMPTY;
            case Value.Whole _,
                    Value.Real _,
                    Value.Bool _,
                    Value.None _,
                    Value.Sequence _,
                    Value.Mapping _,
                    Value.Namespace _ -> {
                TextBuilder text = new TextBuilder();
                represent(value, text);
                yield text.build();
            }
        };
    }

    private static void represent(Value value, TextBuilder out) {
        switch (value) {
            case Text text -> quote(text, out);
            case Value.Whole(long number) -> out.append(String.valueOf(number));
            case Value.Real(double number) -> out.append(real(number));
            case Value.Bool(boolean flag) -> out.append(flag ? "True" : "False");
            case Value.None _ -> out.append("None");
            case Value.Undefined _ -> out.append("Undefined");
            case Value.Sequence(List<Value> items, int _) -> {
                String separator = "[";
                for (Value item : items) {
                    out.append(separator);
                    represent(item, out);
                    separator = ", ";
                }
                out.append(items.isEmpty() ? "[]" : "]");
            }
            case Value.Mapping(Map<String, Value> entries, int _) -> {
                String separator = "{";
                for (Map.Entry<String, Value> entry : entries.entrySet()) {
                    out.append(separator);
                    quote(Text.ofData(entry.getKey()), out);
                    out.append(": ");
                    represent(entry.getValue(), out);
                    separator = ", ";
                }
                out.append(entries.isEmpty() ? "{}" : "}");
            }
            case Value.Namespace _ -> out.append("<Namespace>");
        }
    }

    private static void quote(Text text, TextBuilder out) {
        String characters = text.characters();
        String quote = characters.contains("'") && !characters.contains("\"") ? "\"" : "'";
        out.append(quote);
        for (int i = 0; i < characters.length(); i++) {
            char origin = text.origins().charAt(i);
            char c = characters.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n", origin);
                case '\t' -> out.append("\\t", origin);
                case '\r' -> out.append("\\r", origin);
                case '\\' -> out.append("\\\\", origin);
                default -> out.append(c == quote.charAt(0) ? "\\" + c : String.valueOf(c), origin);
            }
        }
        out.append(quote);
    }

    static String real(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (number == 0 || (size >= 1e-4 && size < 1e16)) {
            String plain = new BigDecimal(Double.toString(number)).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String[] parts = Double.toString(number).split("E");
        String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
