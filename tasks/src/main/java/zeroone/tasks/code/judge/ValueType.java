package zeroone.tasks.code.judge;

import java.util.Optional;

/**
 * Types of arguments and results that every language has. In text, a number or a word stands on a line of its own; a list
 * is a line with its length and a line with its members, except that a list of words has a line for each.
 */
public enum ValueType {
    /** A whole number of 64 bits. */
    INT("int", "int", "long", "long long"),
    /** Whole numbers of 64 bits. */
    INTS("int[]", "list[int]", "long[]", "std::vector<long long>"),
    /** A word: one or more characters without blanks. */
    TEXT("text", "str", "String", "std::string"),
    /** Words, such as the rows of a grid. */
    TEXTS("text[]", "list[str]", "String[]", "std::vector<std::string>"),
    /** A real number; for results only. */
    REAL("real", "float", "double", "double");

    private final String tag;
    private final String python;
    private final String java;
    private final String cpp;

    ValueType(String tag, String python, String java, String cpp) {
        this.tag = tag;
        this.python = python;
        this.java = java;
        this.cpp = cpp;
    }

    /** The name of this type in problem files. */
    public String tag() {
        return tag;
    }

    public static Optional<ValueType> tagged(String tag) {
        for (ValueType type : values()) {
            if (type.tag.equals(tag)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String in(Language language) {
        return switch (language) {
            case PYTHON -> python;
            case JAVA -> java;
            case CPP -> cpp;
        };
    }
}
