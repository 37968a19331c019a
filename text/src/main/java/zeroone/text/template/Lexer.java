package zeroone.text.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import zeroone.text.template.Token.Kind;

/**
 * Cuts a template into tokens and settles all white space: {@code -} at a tag eats it, and as transformers sets it up, a line
 * break right after a block tag and the indentation before one are dropped (trim_blocks, lstrip_blocks).
 */
final class Lexer {
    private static final int LONGEST_SOURCE = 1_000_000;
    private static final List<String> OPERATORS = List.of(
            "**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", "|", ".", ",", ":", "(",
            ")", "[", "]", "{", "}");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    /** Whether a literal that begins here begins a line. */
    private boolean atLineStart = true;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        if (source.length() > LONGEST_SOURCE) {
            throw new TemplateException(
                    "a chat template may have at most " + LONGEST_SOURCE + " characters: " + source.length());
        }
        String lines = source.replace("\r\n", "\n").replace('\r', '\n');
        // Jinja drops one line break at the very end.
        return new Lexer(lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines).run();
    }

    private List<Token> run() {
        while (at < source.length()) {
            int begin = nextDelimiter();
            literal(begin);
            if (at < source.length()) {
                switch (source.charAt(at + 1)) {
                    case '{' -> tag(Kind.OUTPUT_BEGIN, Kind.OUTPUT_END, "}}");
                    case '%' -> tag(Kind.TAG_BEGIN, Kind.TAG_END, "%}");
                    case '#' -> comment();
                    default -> throw new AssertionError("not a delimiter at " + at);
                }
            }
        }
        add(Kind.END, "the end of the template");
        return List.copyOf(tokens);
    }

    private int nextDelimiter() {
        for (int i = source.indexOf('{', at); i >= 0 && i + 1 < source.length(); i = source.indexOf('{', i + 1)) {
            if ("{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return source.length();
    }

    private void literal(int end) {
        String text = source.substring(at, end);
        if (end < source.length()) {
            char mark = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
            if (mark == '-') {
                text = text.stripTrailing();
            } else if (mark != '+' && source.charAt(end + 1) != '{') {
                int lineStart = text.lastIndexOf('\n') + 1;
                if ((lineStart > 0 || atLineStart) && isIndentation(text.substring(lineStart))) {
                    text = text.substring(0, lineStart);
                }
            }
        }
        if (!text.isEmpty()) {
            add(Kind.LITERAL, text);
        }
        advance(end);
    }

    private static boolean isIndentation(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t');
    }

    private void comment() {
        int end = source.indexOf("#}", at + 2);
        if (end < 0) {
            throw error("a comment is not closed with #}");
        }
        boolean eats = source.charAt(end - 1) == '-' && end - 1 >= at + 2;
        boolean keeps = source.charAt(end - 1) == '+' && end - 1 >= at + 2;
        advance(end + 2);
        afterTag(eats, !keeps);
    }

    private void tag(Kind begin, Kind end, String delimiter) {
        add(begin, source.substring(at, at + 2));
        at += 2;
        if (at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+')) {
            at++;
        }
        Deque<Character> open = new ArrayDeque<>();
        while (true) {
            skipSpace();
            if (at >= source.length()) {
                throw error("a tag is not closed with " + delimiter);
            }
            boolean signed = "-+".indexOf(source.charAt(at)) >= 0 && source.startsWith(delimiter, at + 1);
            if (open.isEmpty() && (signed || source.startsWith(delimiter, at))) {
                char sign = signed ? source.charAt(at) : ' ';
                add(end, delimiter);
                advance(at + delimiter.length() + (signed ? 1 : 0));
                afterTag(sign == '-', end == Kind.TAG_END && sign != '+');
                return;
            }
            token(open);
        }
    }

    private void afterTag(boolean eatsSpace, boolean trimsLine) {
        int end = at;
        if (eatsSpace) {
            while (end < source.length() && Character.isWhitespace(source.charAt(end))) {
                end++;
            }
        } else if (trimsLine && end < source.length() && source.charAt(end) == '\n') {
            end++;
        }
        atLineStart = end > at && source.charAt(end - 1) == '\n';
        advance(end);
    }

    private void token(Deque<Character> open) {
        char first = source.charAt(at);
        if (first == '\'' || first == '"') {
            StringLiteral literal = StringLiteral.read(source, at, line);
            add(Kind.STRING, literal.value());
            advance(literal.end());
        } else if (isDigit(first)) {
            number();
        } else if (isNamePart(first)) {
            int end = at;
            while (end < source.length() && isNamePart(source.charAt(end))) {
                end++;
            }
            add(Kind.NAME, source.substring(at, end));
            at = end;
        } else {
            operator(open);
        }
    }

    private void number() {
        int end = at;
        while (end < source.length() && isDigit(source.charAt(end))) {
            end++;
        }
        boolean real = end + 1 < source.length() && source.charAt(end) == '.' && isDigit(source.charAt(end + 1));
        if (real) {
            end++;
            while (end < source.length() && isDigit(source.charAt(end))) {
                end++;
            }
        }
        add(real ? Kind.FLOAT : Kind.INTEGER, source.substring(at, end));
        at = end;
    }

    private void operator(Deque<Character> open) {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, at)) {
                balance(operator.charAt(0), open);
                add(Kind.OPERATOR, operator);
                at += operator.length();
                return;
            }
        }
        throw error("unexpected character '" + Character.toString(source.codePointAt(at)) + "'");
    }

    /** Braces are counted because {@code }}} may also close two dictionaries. */
    private void balance(char bracket, Deque<Character> open) {
        switch (bracket) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                if (open.isEmpty() || open.pop() != bracket) {
                    throw error("'" + bracket + "' closes nothing that is open");
                }
            }
            default -> {} // Not a bracket.
        }
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipSpace() {
        int end = at;
        while (end < source.length() && Character.isWhitespace(source.charAt(end))) {
            end++;
        }
        advance(end);
    }

    private void advance(int end) {
        for (; at < end; at++) {
            if (source.charAt(at) == '\n') {
                line++;
            }
        }
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text, line));
    }

    private TemplateException error(String problem) {
        return new TemplateException(problem).at(line);
    }
}
