package zeroone.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** What Python does with strings; origins travel along. */
final class Texts {
    private Texts() {}

    static Text strip(Text text, Optional<Text> characters, boolean left, boolean right) {
        IntPredicate stripped = characters
                .<IntPredicate>map(set -> c -> set.characters().indexOf(c) >= 0)
                .orElse(Text::isSpace);
        return text.strip(stripped, left, right);
    }

    static Text upper(Text text) {
        return mapCodePoints(text, point -> point.toUpperCase(Locale.ROOT));
    }

    static Text lower(Text text) {
        return mapCodePoints(text, point -> point.toLowerCase(Locale.ROOT));
    }

    /** The first letter of every word in upper case, the rest in lower case. */
    static Text title(Text text) {
        return cased(text, true);
    }

    /** The first letter in upper case, the rest in lower case. */
    static Text capitalize(Text text) {
        return cased(text, false);
    }

    private static Text cased(Text text, boolean everyWord) {
        boolean[] beginning = {true};
        return mapCodePoints(text, point -> {
            boolean letter = Character.isLetter(point.codePointAt(0));
            String mapped = beginning[0] ? point.toUpperCase(Locale.ROOT) : point.toLowerCase(Locale.ROOT);
            beginning[0] = everyWord && !letter;
            return mapped;
        });
    }

    private static Text mapCodePoints(Text text, UnaryOperator<String> map) {
        TextBuilder mapped = new TextBuilder();
        String characters = text.characters();
        for (int at = 0; at < characters.length(); ) {
            int end = at + Character.charCount(characters.codePointAt(at));
            mapped.append(
                    map.apply(characters.substring(at, end)), text.origins().charAt(at));
            at = end;
        }
        return mapped.build();
    }

    static Text replace(Text text, Text from, Text to, int most) {
        if (from.characters().isEmpty()) {
            throw new TemplateException("the text to replace must not be empty");
        }
        List<Value> parts = split(text, from, most < 0 ? Integer.MAX_VALUE : most);
        return join(parts, to);
    }

    static Text join(List<Value> parts, Text separator) {
        TextBuilder joined = new TextBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                joined.append(separator);
            }
            joined.append(Display.text(parts.get(i)));
        }
        return joined.build();
    }

    /** At most {@code most} cuts at a separator, from the left. */
    static List<Value> split(Text text, Text separator, int most) {
        if (separator.characters().isEmpty()) {
            throw new TemplateException("a separator must not be empty");
        }
        List<Value> parts = new ArrayList<>();
        int begin = 0;
        for (int cuts = 0; cuts < most; cuts++) {
            int at = text.characters().indexOf(separator.characters(), begin);
            if (at < 0) {
                break;
            }
            parts.add(text.substring(begin, at));
            begin = at + separator.characters().length();
        }
        parts.add(text.substring(begin, text.characters().length()));
        return parts;
    }

    /** At most {@code most} cuts at a separator, from the right. */
    static List<Value> splitFromRight(Text text, Text separator, int most) {
        if (separator.characters().isEmpty()) {
            throw new TemplateException("a separator must not be empty");
        }
        List<Value> parts = new ArrayList<>();
        int end = text.characters().length();
        int length = separator.characters().length();
        for (int cuts = 0; cuts < most && end >= length; cuts++) {
            int at = text.characters().lastIndexOf(separator.characters(), end - length);
            if (at < 0) {
                break;
            }
            parts.addFirst(text.substring(at + length, end));
            end = at;
        }
        parts.addFirst(text.substring(0, end));
        return parts;
    }

    /** The words between runs of white space; the last one is the rest after {@code most} cuts. */
    static List<Value> words(Text text, int most) {
        List<Value> words = new ArrayList<>();
        Text rest = text.strip(Text::isSpace, true, false);
        while (!rest.characters().isEmpty()) {
            int end = 0;
            while (end < rest.characters().length()
                    && !Text.isSpace(rest.characters().codePointAt(end))) {
                end += Character.charCount(rest.characters().codePointAt(end));
            }
            if (words.size() == most) {
                words.add(rest.strip(Text::isSpace, false, true));
                break;
            }
            words.add(rest.substring(0, end));
            rest = rest.substring(end, rest.characters().length()).strip(Text::isSpace, true, false);
        }
        return words;
    }

    static Text indent(Text text, int width, boolean firstLine) {
        Text indentation = Text.ofTemplate(" ".repeat(Math.clamp(width, 0, 1000)));
        List<Value> lines = split(text, Text.ofTemplate("\n"), Integer.MAX_VALUE);
        TextBuilder indented = new TextBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Text line = (Text) lines.get(i);
            indented.append(i > 0 ? "\n" : "");
            boolean wanted = i == 0 ? firstLine : !line.characters().isEmpty();
            indented.append(wanted ? indentation : Text.EMPTY).append(line);
        }
        return indented.build();
    }
}
