package zeroone.tasks.mathematics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cursor over a normalised answer that passes over white space, in LaTeX or not. */
final class Scanner {
    private static final Pattern WIDE_SPACE = Pattern.compile("(?:[ \\t\\r\\n~]|\\\\[,;: ]|\\\\q?quad(?![A-Za-z]))++");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]++|[{}|%$])");

    private final String text;
    private int position;

    Scanner(String text) {
        this.text = text;
        skipSpaces();
    }

    /** Whether the symbols occur anywhere in the text. */
    boolean has(String symbols) {
        return text.contains(symbols);
    }

    /** How often the symbols occur in a part of the text that has been passed. */
    int count(String symbols, int start, int end) {
        int count = 0;
        for (int i = text.indexOf(symbols, start); i >= 0 && i < end; i = text.indexOf(symbols, i + 1)) {
            count++;
        }
        return count;
    }

    int position() {
        return position;
    }

    void backTo(int earlier) {
        position = earlier;
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** The character here, or 0 at the end. */
    char symbol() {
        return atEnd() ? 0 : text.charAt(position);
    }

    boolean isAt(String symbols) {
        return text.startsWith(symbols, position);
    }

    /** Passes the symbols if they are here. A command is only passed whole. */
    boolean take(String symbols) {
        if (!isAt(symbols)) {
            return false;
        }
        int end = position + symbols.length();
        boolean command = symbols.startsWith("\\") && Character.isLetter(symbols.charAt(symbols.length() - 1));
        if (command && end < text.length() && letter(text.charAt(end))) {
            return false;
        }
        position = end;
        skipSpaces();
        return true;
    }

    /** A number without point here, of at most 18 digits and without leading zeros, not passed; empty if there is none. */
    String plainDigits() {
        String digits = digits();
        char next = position + digits.length() < text.length() ? text.charAt(position + digits.length()) : ' ';
        boolean zero = digits.length() > 1 && digits.charAt(0) == '0';
        return next == '.' || next == '\\' || zero || digits.length() > 18 ? "" : digits;
    }

    /** The same for an exponent, which a command may follow. */
    String digitsOfAnExponent() {
        String digits = digits();
        boolean point = position + digits.length() < text.length() && text.charAt(position + digits.length()) == '.';
        return point || digits.length() > 9 ? "" : digits;
    }

    private String digits() {
        int end = position;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return text.substring(position, end);
    }

    /** The letters here, not passed; empty if there are none. */
    String word() {
        int end = position;
        while (end < text.length() && letter(text.charAt(end))) {
            end++;
        }
        return text.substring(position, end);
    }

    /** The name of the command here, not passed; empty if there is none. */
    String command() {
        return symbol() == '\\' ? match(COMMAND).map(found -> found.group(1)).orElse("") : "";
    }

    Optional<Matcher> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    /** Passes so many characters and the white space after them. */
    void pass(int characters) {
        position += characters;
        skipSpaces();
    }

    /** Passes one character and no white space after it. */
    char next() {
        return text.charAt(position++);
    }

    void skipSpaces() {
        while (" \t\r\n~".indexOf(symbol()) >= 0) {
            position++;
        }
        if (symbol() == '\\') {
            match(WIDE_SPACE).ifPresent(space -> position = space.end());
        }
    }

    void expect(String symbols) {
        if (!take(symbols)) {
            throw unexpected("\"" + symbols + "\"");
        }
    }

    UndecidedException unexpected(String wanted) {
        if (atEnd()) {
            return new UndecidedException("ends where " + wanted + " should follow");
        }
        int end = Math.min(text.length(), position + 12);
        return new UndecidedException("has \"" + text.substring(position, end) + "\" where " + wanted + " should be");
    }

    static boolean letter(char symbol) {
        return (symbol >= 'a' && symbol <= 'z') || (symbol >= 'A' && symbol <= 'Z');
    }

    static boolean digit(char symbol) {
        return symbol >= '0' && symbol <= '9';
    }
}
