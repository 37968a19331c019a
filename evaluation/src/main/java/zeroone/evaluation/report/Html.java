package zeroone.evaluation.report;

/** Text as HTML. Thoughts and answers are whatever a model wrote: nothing of them may become markup. */
final class Html {
    private Html() {}

    /**
     * Escapes text for element content and for quoted attributes. Control characters, and marks that reverse the direction
     * of text, become U+FFFD: they could hide what was written.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(visible(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean visible(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return !control && !surrogate && !direction;
    }
}
