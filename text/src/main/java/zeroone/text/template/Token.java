package zeroone.text.template;

/**
 * A piece of a template.
 *
 * @param text the literal text, name, operator or unescaped string; of a tag's begin and end, the delimiter
 * @param line counted from 1
 */
record Token(Kind kind, String text, int line) {
    enum Kind {
        LITERAL,
        OUTPUT_BEGIN,
        OUTPUT_END,
        TAG_BEGIN,
        TAG_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
