package zeroone.text.template;

/**
 * A quoted string of a template, unescaped as Python does.
 *
 * @param end index in the source right after the closing quote
 */
record StringLiteral(String value, int end) {
    static StringLiteral read(String source, int begin, int line) {
        char quote = source.charAt(begin);
        StringBuilder value = new StringBuilder();
        int at = begin + 1;
        while (at < source.length() && source.charAt(at) != quote) {
            char c = source.charAt(at++);
            if (c != '\\' || at == source.length()) {
                value.append(c);
                continue;
            }
            char escaped = source.charAt(at++);
            switch (escaped) {
                case 'n' -> value.append('\n');
                case 't' -> value.append('\t');
                case 'r' -> value.append('\r');
                case '\\', '\'', '"' -> value.append(escaped);
                case 'x' -> at = hexadecimal(source, at, 2, value, line);
                case 'u' -> at = hexadecimal(source, at, 4, value, line);
                case 'U' -> at = hexadecimal(source, at, 8, value, line);
                default -> value.append('\\').append(escaped);
            }
        }
        if (at >= source.length()) {
            throw new TemplateException("a string is not closed with " + quote).at(line);
        }
        return new StringLiteral(value.toString(), at + 1);
    }

    private static int hexadecimal(String source, int at, int digits, StringBuilder value, int line) {
        int codePoint = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = i < source.length() ? Character.digit(source.charAt(i), 16) : -1;
            codePoint = codePoint * 16 + digit;
            if (digit < 0 || codePoint > Character.MAX_CODE_POINT) {
                throw new TemplateException("an escape in a string must have " + digits + " hexadecimal digits and be a"
                                + " code point")
                        .at(line);
            }
        }
        value.appendCodePoint(codePoint);
        return at + digits;
    }
}
