package zeroone.text.template;

import java.util.function.IntPredicate;

/**
 * A string that remembers for each of its characters whether the template wrote it or it came in as data. Whatever a template
 * does to a message (strips it, splits it, joins it with marks of its own), no character of the message is ever taken for the
 * template's: only the template's own spelling of a special token becomes that token.
 *
 * @param characters the string
 * @param origins as long as {@code characters}: {@link #TEMPLATE} or {@link #DATA} for each
 */
record Text(String characters, String origins) implements Value {
    static final char TEMPLATE = 't';
    static final char DATA = 'd';
    static final Text EMPTY = new Text("", "");

    Text {
        if (characters.length() != origins.length()) {
            throw new AssertionError(
                    "a string of " + characters.length() + " characters has " + origins.length() + " origins");
        }
    }

    static Text ofTemplate(String characters) {
        return new Text(characters, String.valueOf(TEMPLATE).repeat(characters.length()));
    }

    static Text ofData(String characters) {
        return new Text(characters, String.valueOf(DATA).repeat(characters.length()));
    }

    boolean isFromTemplate(int begin, int end) {
        return origins.substring(begin, end).indexOf(DATA) < 0;
    }

    Text substring(int begin, int end) {
        return new Text(characters.substring(begin, end), origins.substring(begin, end));
    }

    /** Number of code points, which is what Python counts. */
    int length() {
        return characters.codePointCount(0, characters.length());
    }

    /** The code point at an index in [0, length()). */
    Text at(int index) {
        int begin = characters.offsetByCodePoints(0, index);
        return substring(begin, characters.offsetByCodePoints(begin, 1));
    }

    Text strip(IntPredicate stripped, boolean left, boolean right) {
        int begin = 0;
        int end = characters.length();
        while (left && begin < end && stripped.test(characters.codePointAt(begin))) {
            begin += Character.charCount(characters.codePointAt(begin));
        }
        while (right && end > begin && stripped.test(characters.codePointBefore(end))) {
            end -= Character.charCount(characters.codePointBefore(end));
        }
        return substring(begin, end);
    }

    /** What Python counts as white space at the ends of a string. */
    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == 0x85
                || (codePoint >= 0x1C && codePoint <= 0x1F);
    }
}
