package zeroone.tasks.countdown;

/** A cursor over one line of an answer: whole numbers and symbols with spaces between them, nothing else. */
final class AnswerReader {
    private static final int MOST_DIGITS = 9;

    private final String text;
    private int position;

    AnswerReader(String text) {
        this.text = text;
        skipSpaces();
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** The symbol here; the caller has asked {@link #atEnd}. */
    char symbol() {
        return text.charAt(position);
    }

    boolean isAt(char symbol) {
        return !atEnd() && symbol() == symbol;
    }

    void next() {
        position++;
        skipSpaces();
    }

    boolean isAtDigit() {
        return !atEnd() && digit(symbol());
    }

    /** An unsigned decimal number without leading zeros. */
    long number() throws MalformedAnswer {
        int start = position;
        while (isAtDigit()) {
            position++;
        }
        if (start == position) {
            throw unexpected("a number");
        }
        if (position - start > MOST_DIGITS) {
            throw new MalformedAnswer("has a number of more than " + MOST_DIGITS + " digits");
        }
        if (text.charAt(start) == '0' && position - start > 1) {
            throw new MalformedAnswer("has a number with a leading zero: " + text.substring(start, position));
        }
        long value = Long.parseLong(text.substring(start, position));
        skipSpaces();
        return value;
    }

    MalformedAnswer unexpected(String wanted) {
        if (atEnd()) {
            return new MalformedAnswer("ends where " + wanted + " should follow");
        }
        return new MalformedAnswer("has \"" + Character.toString(text.codePointAt(position)) + "\" at character "
                + (position + 1) + " where " + wanted + " should be");
    }

    private void skipSpaces() {
        while (!atEnd() && symbol() == ' ') {
            position++;
        }
    }

    private static boolean digit(char symbol) {
        return symbol >= '0' && symbol <= '9';
    }
}
