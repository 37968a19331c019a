package zeroone.tasks.code.judge;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A function as every language can declare it: what is asked for, and what a harness calls. */
public record Signature(String function, List<Parameter> parameters, ValueType result) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");

    /** Words of the three languages, and names that the harness uses. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "as",
            "asm",
            "assert",
            "async",
            "auto",
            "await",
            "bool",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "del",
            "delete",
            "do",
            "double",
            "elif",
            "else",
            "enum",
            "except",
            "export",
            "extends",
            "extern",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "friend",
            "from",
            "global",
            "goto",
            "if",
            "implements",
            "import",
            "in",
            "inline",
            "instanceof",
            "int",
            "interface",
            "is",
            "lambda",
            "long",
            "main",
            "mutable",
            "namespace",
            "native",
            "new",
            "none",
            "nonlocal",
            "not",
            "null",
            "operator",
            "or",
            "package",
            "pass",
            "private",
            "protected",
            "public",
            "raise",
            "register",
            "return",
            "short",
            "signed",
            "sizeof",
            "static",
            "std",
            "struct",
            "super",
            "switch",
            "template",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "typedef",
            "typename",
            "union",
            "unsigned",
            "using",
            "virtual",
            "void",
            "volatile",
            "while",
            "with",
            "xor",
            "yield");

    public Signature {
        name(function);
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(result, "result");
        if (parameters.isEmpty() || parameters.size() > 10) {
            throw new IllegalArgumentException(
                    "a function must have 1 to 10 parameters, not " + parameters.size() + ": " + function);
        }
        if (parameters.stream().map(Parameter::name).distinct().count() < parameters.size()) {
            throw new IllegalArgumentException("the parameters of " + function + " must have different names");
        }
    }

    /** The line that declares it in a language. */
    public String declaration(Language language) {
        StringBuilder list = new StringBuilder();
        for (Parameter parameter : parameters) {
            String type = parameter.type().in(language);
            list.append(list.isEmpty() ? "" : ", ")
                    .append(
                            switch (language) {
                                case PYTHON -> parameter.name() + ": " + type;
                                case JAVA -> type + " " + parameter.name();
                                case CPP ->
                                    parameter.type() == ValueType.INT
                                            ? type + " " + parameter.name()
                                            : "const " + type + "& " + parameter.name();
                            });
        }
        String returned = result.in(language);
        return switch (language) {
            case PYTHON -> "def " + function + "(" + list + ") -> " + returned + ":";
            case JAVA -> "static " + returned + " " + function + "(" + list + ")  // in class Solution";
            case CPP -> returned + " " + function + "(" + list + ")";
        };
    }

    static void name(String name) {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "a name must be small letters and digits, start with a letter, be at most"
                            + " 31 long and no word of C++, Java or Python: \"" + name + "\"");
        }
    }
}
