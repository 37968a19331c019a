package zeroone.tasks.mathematics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an answer without what only dresses it: dollar signs, \boxed, \left and \right, units. */
final class AnswerText {
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("−", "-"),
            Map.entry("×", "*"),
            Map.entry("·", "*"),
            Map.entry("⋅", "*"),
            Map.entry("÷", "/"),
            Map.entry("π", "\\pi "),
            Map.entry("√", "\\sqrt "),
            Map.entry("∞", "\\infty "),
            Map.entry("°", "^\\circ "),
            Map.entry("∪", "\\cup "),
            Map.entry("≤", "\\le "),
            Map.entry("≥", "\\ge "),
            Map.entry("≠", "\\ne "),
            Map.entry("∈", "\\in "),
            Map.entry("∅", "\\emptyset "),
            Map.entry("±", "\\pm "));
    private static final Pattern WORDS =
            Pattern.compile("\\\\(?:text|textbf|textit|textrm|mathrm|mathbf|mbox) ?\\{([^{}]{0,200})\\}");
    private static final Pattern ROOT = Pattern.compile("√([0-9]{1,30}+)(?![.,]?[0-9])");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DECORATION = Pattern.compile("\\\\(?:left|right|displaystyle)(?![A-Za-z])");
    private static final Pattern FRACTION = Pattern.compile("\\\\[dtc]frac(?![A-Za-z])");
    private static final Pattern THIN_SPACE = Pattern.compile("(?<=[0-9])\\\\,(?=[0-9]{3}(?![0-9]))");
    private static final Pattern UNIT = Pattern.compile(
            "(?<value>.*[0-9})a-z])(?:\\\\[,; ]| )*\\\\(?:text|mathrm|textrm|mbox) ?\\{ *(?<unit>[A-Za-z][A-Za-z /]{0,40})\\}(?<power>\\^(?:[0-9]|\\{[0-9]\\}))?");

    /** Units that need no \text around them; single letters do, for they may be variables. */
    private static final String COMMON_UNITS =
            "(?:square |cubic )?(?:mm|cm|km|inch(?:es)?|ft|foot|feet|yards?|miles?|meters?"
                    + "|metres?|kg|mg|grams?|pounds?|liters?|litres?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|dollars?"
                    + "|cents?|units?|mph|km/h|m/s)";

    private static final Pattern PLAIN_UNIT = Pattern.compile(
            "(?<value>.*[0-9})])(?:\\\\[,; ]| )*+(?<unit>" + COMMON_UNITS + ")(?<power>\\^(?:[0-9]|\\{[0-9]\\}))?");
    private static final Pattern DEGREES = Pattern.compile(
            "(?<value>[-0-9.,/{}() =a-z\\\\]*[0-9})]) *(?:\\^(?: ?\\\\circ|\\{ ?\\\\circ ?\\})|degrees?) *");

    /** A command that is no part of a number: the sine of 60 degrees is not 60 sines. */
    private static final Pattern OTHER_COMMAND = Pattern.compile("\\\\(?!frac|sqrt)");

    private static final Pattern CURRENCY = Pattern.compile("\\\\?\\$ ?(?<value>-?[0-9.,]+)");

    private AnswerText() {}

    /** A quantity: what it is worth and the unit behind it, empty if there is none. */
    record Quantity(String value, String unit) {}

    /** The text with its wrapping removed and its symbols written in ASCII. */
    static String plain(String text) {
        String plain = text.strip();
        if (!isAscii(plain)) {
            plain = ROOT.matcher(plain).replaceAll("\\\\sqrt{$1}");
            for (Map.Entry<String, String> symbol : SYMBOLS.entrySet()) {
                plain = plain.replace(symbol.getKey(), symbol.getValue());
            }
        }
        plain = plain.replace("**", "^");
        if (plain.indexOf('\\') < 0 && plain.indexOf('$') < 0 && plain.indexOf('{') < 0) {
            return plain;
        }
        while (true) {
            String inner = unwrapped(plain);
            if (inner.equals(plain)) {
                break;
            }
            plain = inner;
        }
        plain = DECORATION.matcher(plain.replace("\\!", "")).replaceAll("");
        plain = FRACTION.matcher(plain).replaceAll("\\\\frac").replace("{,}", ",");
        return THIN_SPACE.matcher(plain).replaceAll(",").strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Words for comparison: without markup and case. */
    static String words(String text) {
        String plain = WORDS.matcher(text).replaceAll("$1").strip();
        return SPACES.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Splits a reference into its value and its unit. */
    static Quantity quantity(String plain) {
        char last = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
        if (!Scanner.letter(last) && last != '}' && plain.indexOf('^') < 0 && plain.indexOf('$') < 0) {
            return new Quantity(plain, "");
        }
        Matcher currency = CURRENCY.matcher(plain);
        if (currency.matches()) {
            return new Quantity(currency.group("value"), "$");
        }
        Matcher degrees = DEGREES.matcher(plain);
        if (degrees.matches()
                && !degrees.group("value").contains("\\circ")
                && degrees.group("value").matches(".*[0-9}]")) {
            return new Quantity(degrees.group("value"), "degree");
        }
        for (Pattern pattern : List.of(UNIT, PLAIN_UNIT)) {
            Matcher unit = pattern.matcher(plain);
            if (unit.matches()
                    && !List.of("or", "and").contains(unit.group("unit").strip())) {
                String power =
                        unit.group("power") == null ? "" : unit.group("power").replaceAll("[{}]", "");
                return new Quantity(
                        unit.group("value"), singular(unit.group("unit").strip()) + power);
            }
        }
        return new Quantity(plain, "");
    }

    private static String singular(String unit) {
        if (unit.endsWith("feet")) {
            return unit.replace("feet", "foot");
        }
        if (unit.endsWith("inches")) {
            return unit.substring(0, unit.length() - 2);
        }
        return unit.length() > 3 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }

    private static String unwrapped(String text) {
        for (List<String> wrapping :
                List.of(List.of("$$", "$$"), List.of("$", "$"), List.of("\\(", "\\)"), List.of("\\[", "\\]"))) {
            if (text.length() > wrapping.get(0).length() + wrapping.get(1).length()
                    && text.startsWith(wrapping.get(0))
                    && text.endsWith(wrapping.get(1))) {
                return text.substring(
                                wrapping.get(0).length(),
                                text.length() - wrapping.get(1).length())
                        .strip();
            }
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            return words.group(1).strip();
        }
        for (String box : List.of("\\boxed", "\\fbox")) {
            if (text.startsWith(box)) {
                String rest = text.substring(box.length()).strip();
                Optional<String> inside = wholeGroup(rest);
                if (inside.isPresent()) {
                    return inside.get().strip();
                }
            }
        }
        return text;
    }

    /** What is inside, if the text is one pair of braces around everything. */
    private static Optional<String> wholeGroup(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (symbol == '\\') {
                i++;
            } else if (symbol == '{') {
                depth++;
            } else if (symbol == '}') {
                depth--;
            }
            if (depth == 0) {
                return i == text.length() - 1 && i > 1 && text.charAt(0) == '{'
                        ? Optional.of(text.substring(1, i))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
