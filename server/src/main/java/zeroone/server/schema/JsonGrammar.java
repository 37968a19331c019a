package zeroone.server.schema;

import java.util.ArrayList;
import java.util.List;

/** The grammar of JSON itself. White space is at most one character, so that nobody fills an answer with it. */
final class JsonGrammar {
    private static final int MOST_DIGITS = 18;

    static final Grammar SPACE = Grammar.optional(new Grammar.Chars(c -> c == ' ' || c == '\n'));
    private static final Grammar DIGIT = new Grammar.Chars(c -> c >= '0' && c <= '9');
    private static final Grammar DIGITS = Grammar.sequence(DIGIT, new Grammar.Repeat(DIGIT, MOST_DIGITS - 1));
    private static final Grammar HEX = new Grammar.Chars(c -> Character.digit(c, 16) >= 0 && c < 128);
    private static final Grammar ESCAPE = Grammar.sequence(
            Grammar.text("\\"),
            Grammar.choice(
                    new Grammar.Chars(c -> "\"\\/bfnrt".indexOf(c) >= 0),
                    Grammar.sequence(Grammar.text("u"), HEX, HEX, HEX, HEX)));

    static final Grammar STRING = Grammar.sequence(
            Grammar.text("\""),
            new Grammar.Star(
                    Grammar.choice(new Grammar.Chars(c -> c >= ' ' && c != '"' && c != '\\' && c != 0x7f), ESCAPE)),
            Grammar.text("\""));

    static final Grammar INTEGER = Grammar.sequence(
            Grammar.optional(Grammar.text("-")),
            Grammar.choice(
                    Grammar.text("0"),
                    Grammar.sequence(
                            new Grammar.Chars(c -> c >= '1' && c <= '9'), new Grammar.Repeat(DIGIT, MOST_DIGITS - 1))));

    static final Grammar NUMBER = Grammar.sequence(
            INTEGER,
            Grammar.optional(Grammar.sequence(Grammar.text("."), DIGITS)),
            Grammar.optional(Grammar.sequence(
                    new Grammar.Chars(c -> c == 'e' || c == 'E'),
                    Grammar.optional(new Grammar.Chars(c -> c == '+' || c == '-')),
                    Grammar.sequence(DIGIT, new Grammar.Repeat(DIGIT, 2)))));

    static final Grammar BOOLEAN = Grammar.choice(Grammar.text("true"), Grammar.text("false"));
    static final Grammar NULL = Grammar.text("null");

    private JsonGrammar() {}

    /** Any value, nested at most so deep. */
    static Grammar any(int depth) {
        List<Grammar> values = new ArrayList<>(List.of(STRING, NUMBER, BOOLEAN, NULL));
        if (depth > 0) {
            Grammar inner = any(depth - 1);
            values.add(object(inner));
            values.add(list("[", "]", inner, true));
        }
        return new Grammar.Choice(values);
    }

    /** An object of any keys. */
    static Grammar object(Grammar value) {
        return list("{", "}", member(STRING, value), true);
    }

    static Grammar member(Grammar key, Grammar value) {
        return Grammar.sequence(key, Grammar.text(":"), SPACE, value);
    }

    /** Elements between brackets, separated by commas. */
    static Grammar list(String open, String close, Grammar element, boolean mayBeEmpty) {
        Grammar elements = Grammar.sequence(
                element, new Grammar.Star(Grammar.sequence(SPACE, Grammar.text(","), SPACE, element)), SPACE);
        return Grammar.sequence(
                Grammar.text(open), SPACE, mayBeEmpty ? Grammar.optional(elements) : elements, Grammar.text(close));
    }
}
