package zeroone.tasks.code.judge;

import java.util.stream.Collectors;

/** The program around a function: reads the arguments from standard input, calls it, prints what it returns. */
public final class Harness {
    private static final String PYTHON = """


            def main_of_harness():
                import sys
                words = iter(sys.stdin.read().split())
                read = {
                    "int": lambda: int(next(words)),
                    "int[]": lambda: [int(next(words)) for _ in range(int(next(words)))],
                    "text": lambda: next(words),
                    "text[]": lambda: [next(words) for _ in range(int(next(words)))],
                }
                arguments = [read[kind]() for kind in [%s]]
                result = %s(*arguments)
                print(*result) if isinstance(result, (list, tuple)) else print(result)


            main_of_harness()
            """;

    private static final String JAVA = """

            class Main {
                private static final java.io.InputStream IN = new java.io.BufferedInputStream(System.in, 1 << 16);

                private static String text() throws java.io.IOException {
                    int c = IN.read();
                    while (c >= 0 && c <= ' ') {
                        c = IN.read();
                    }
                    StringBuilder word = new StringBuilder();
                    for (; c > ' '; c = IN.read()) {
                        word.append((char) c);
                    }
                    return word.toString();
                }

                private static long number() throws java.io.IOException {
                    return Long.parseLong(text());
                }

                private static long[] numbers() throws java.io.IOException {
                    long[] all = new long[(int) number()];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = number();
                    }
                    return all;
                }

                private static String[] texts() throws java.io.IOException {
                    String[] all = new String[(int) number()];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = text();
                    }
                    return all;
                }

                private static void print(long[] all) {
                    StringBuilder line = new StringBuilder();
                    for (long one : all) {
                        line.append(line.isEmpty() ? "" : " ").append(one);
                    }
                    System.out.println(line);
                }

                private static void print(String[] all) {
                    System.out.println(String.join(" ", all));
                }

                private static void print(Object one) {
                    System.out.println(one);
                }

                public static void main(String[] none) throws java.io.IOException {
                    print(Solution.%s(%s));
                }
            }
            """;

    private static final String CPP_BEFORE = """
            #include <iostream>
            #include <string>
            #include <vector>

            """;

    private static final String CPP = """

            namespace harness {
            template <class T> T read() { T one; std::cin >> one; return one; }
            template <class T> std::vector<T> list() {
                std::vector<T> all(read<long long>());
                for (T& one : all) std::cin >> one;
                return all;
            }
            template <class T> void print(const T& one) { std::cout << one << '\\n'; }
            template <class T> void print(const std::vector<T>& all) {
                for (const T& one : all) std::cout << one << ' ';
                std::cout << '\\n';
            }
            }

            int main() {
                std::ios::sync_with_stdio(false);
                std::cin.tie(nullptr);
                std::cout.precision(17);
            %s    harness::print(%s(%s));
            }
            """;

    private Harness() {}

    /** A function's source with the harness around it, as one program that stands alone. */
    public static String whole(Language language, Signature signature, String source) {
        return switch (language) {
            case PYTHON, JAVA -> source + after(language, signature);
            case CPP -> CPP_BEFORE + source + after(language, signature);
        };
    }

    /** What comes after the function's source; for Java, a file of its own. */
    static String after(Language language, Signature signature) {
        return switch (language) {
            case PYTHON ->
                PYTHON.formatted(
                        signature.parameters().stream()
                                .map(parameter -> "\"" + parameter.type().tag() + "\"")
                                .collect(Collectors.joining(", ")),
                        signature.function());
            case JAVA ->
                JAVA.formatted(
                        signature.function(),
                        signature.parameters().stream()
                                .map(parameter -> java(parameter.type()))
                                .collect(Collectors.joining(", ")));
            // Each in a statement of its own, since C++ leaves the order of a call's arguments open.
            case CPP ->
                CPP.formatted(
                        signature.parameters().stream()
                                .map(parameter ->
                                        "    auto " + parameter.name() + " = harness::" + cpp(parameter.type()) + ";\n")
                                .collect(Collectors.joining()),
                        "::" + signature.function(),
                        signature.parameters().stream().map(Parameter::name).collect(Collectors.joining(", ")));
        };
    }

    private static String java(ValueType type) {
        return switch (type) {
            case INT -> "number()";
            case INTS -> "numbers()";
            case TEXT -> "text()";
            case TEXTS -> "texts()";
            case REAL -> throw new IllegalArgumentException("a parameter must not be real");
        };
    }

    private static String cpp(ValueType type) {
        return switch (type) {
            case INT -> "read<long long>()";
            case INTS -> "list<long long>()";
            case TEXT -> "read<std::string>()";
            case TEXTS -> "list<std::string>()";
            case REAL -> throw new IllegalArgumentException("a parameter must not be real");
        };
    }
}
