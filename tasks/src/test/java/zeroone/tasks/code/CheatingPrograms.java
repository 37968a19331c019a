package zeroone.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.code.judge.CodeReport;

/**
 * Answers that want a verdict, or the hidden tests, without solving the problem; and what the verdict tells. Written in
 * Python where the language does not matter, since it starts fastest.
 */
final class CheatingPrograms {
    private static final String SECRET = "4242424242";

    private final CodeVerifier verifier = new CodeVerifier();

    /** Double the number; a subtask of small numbers for 30 points, one with the secret for 70. */
    private final Problem doubling = problem("{'statement':'Print twice the number.',"
            + "'samples':[{'input':'4','output':'8'}],"
            + "'subtasks':[{'points':30,'tests':[{'input':'5','output':'10'},{'input':'6','output':'12'}]},"
            + "{'points':70,'tests':[{'input':'" + SECRET + "','output':'8484848484'}]}],"
            + "'time_ms':100,'memory_mb':32}");

    private final Map<String, Executable> tests = new LinkedHashMap<>();

    CheatingPrograms() {
        tests.put("a right program scores all points in every language", this::right);
        tests.put("partial credit is by subtask, and the verdict is still incorrect", this::partialCredit);
        tests.put("of a sample everything is told", this::samples);
        tests.put("of a hidden test nothing is told but how it failed", this::hiddenTests);
        tests.put("too slow, too much memory, too much output, idling", this::limits);
        tests.put("a program that runs away is incorrect, not a failure", this::runaways);
        tests.put("the judge cannot be found from inside", this::noTests);
        tests.put("compilers are as contained as programs", this::compilers);
        tests.put("functions are called by a harness", this::functions);
        tests.put("blank is no answer, prose is incorrect", this::prose);
    }

    Stream<DynamicTest> tests() {
        return tests.entrySet().stream().map(test -> dynamicTest(test.getKey(), test.getValue()));
    }

    private void right() {
        assertThat(report("python", "print(2 * int(input()))").points()).isEqualTo(100);
        assertThat(report(
                                "cpp",
                                "#include <cstdio>\nint main() { long long n; scanf(\"%lld\", &n); printf(\"%lld\", 2 * n); }")
                        .score())
                .isEqualTo(1);
        assertThat(
                        verdict(
                                "java",
                                "import java.util.Scanner;\npublic class Main { record N(long n) { long twice() { return 2 * n; } }\n"
                                        + "  public static void main(String[] a) { System.out.println(new N(new Scanner(System.in).nextLong()).twice()); } }"))
                .isEqualTo(Verdict.CORRECT);
    }

    private void partialCredit() {
        CodeReport report = report("python", "n = int(input())\nprint(2 * n if n < 100 else 0)");

        assertThat(report.points()).isEqualTo(30);
        assertThat(report.score()).isEqualTo(0.3);
        assertThat(report.verdict()).isEqualTo(Verdict.incorrect("test 1 of subtask 2: printed a wrong answer"));
        assertThat(report("python", "n = int(input())\nprint(2 * n if n != 6 else 0)")
                        .points())
                .isEqualTo(70);
    }

    private void samples() {
        assertThat(verdict("python", "print(int(input()) ** 2)"))
                .isEqualTo(
                        Verdict.incorrect("sample 1: printed a wrong answer: the output word 1 is \"16\", not \"8\""));
        assertThat(verdict("python", "print(1"))
                .asString()
                .contains("sample 1: ended with an error: exit code 1, SyntaxError");
        assertThat(verdict("python", "import os\nos.abort()")).asString().contains("signal 6");
    }

    private void hiddenTests() {
        String leak = "import sys\nn = int(input())\n";
        for (String way : new String[] {
            "print(n) if n > 6 else print(2 * n)",
            "print(2 * n) if n <= 6 else sys.exit(42)",
            "print(2 * n) if n <= 6 else sys.exit(str(n))",
            "print(2 * n)\nassert n <= 6, n",
        }) {
            assertThat(verdict("python", leak + way))
                    .asString()
                    .contains("test 1 of subtask 2: ")
                    .doesNotContain("42")
                    .doesNotContain("8484");
        }
    }

    private void limits() {
        assertThat(verdict("python", "while True: pass"))
                .isEqualTo(Verdict.incorrect("sample 1: took too long: more than 400 ms"));
        assertThat(verdict("python", "x = []\nwhile True: x.append(bytearray(1 << 20))"))
                .asString()
                .containsAnyOf("used too much memory", "MemoryError");
        assertThat(verdict("python", "while True: print('8' * 100000)"))
                .asString()
                .contains("printed too much");
    }

    private void runaways() {
        for (String source : new String[] {
            "import os\nwhile True: os.fork()",
            "import os, signal\nos.kill(-1, signal.SIGKILL)",
            "import os, signal\nos.kill(1, signal.SIGKILL); os.kill(os.getppid(), signal.SIGKILL)",
            "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
            "import socket\nsocket.create_connection(('1.1.1.1', 53))",
            "open('/work/x', 'w').write('8')",
            "import ctypes\nctypes.string_at(0)",
            "\0"
        }) {
            assertThat(verdict("python", source)).as(source).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    private void noTests() {
        String search = """
                import glob, os
                files = [top + '/' + name for start in PLACES for top, _, names in os.walk(start) for name in names]
                for file in files + glob.glob(OWN):
                    with open(file, 'rb') as opened:
                        if b'8484848484' in opened.read(1 << 20):
                            print('found')
                print(8)
                """.replace("PLACES", "['/in', '/work', '/etc', '/dev/shm']");

        // Its own source holds the number: so the search would find it elsewhere, too.
        assertThat(verdict("python", search.replace("OWN", "'/in/program/main.python'")))
                .asString()
                .contains("sample 1: printed a wrong answer: the output word 1 is \"found\"");
        assertThat(verdict("python", search.replace("OWN", "'/in/tests/*'")))
                .asString()
                .contains("test 1 of subtask 1: printed a wrong answer");
    }

    private void compilers() {
        assertThat(verdict("cpp", "int main() { return x; }"))
                .asString()
                .contains("does not compile: main.cpp:1")
                .contains("'x'");
        assertThat(verdict("cpp", "#include \"/etc/passwd\"\nint main() {}"))
                .asString()
                .contains("does not compile");
        assertThat(verdict("cpp", "#include \"/dev/zero\"\nint main() {}"))
                .asString()
                .contains("does not compile")
                .contains("the compiler was stopped");
        assertThat(verdict("java", "package elsewhere;\nclass Main { public static void main(String[] a) {} }"))
                .asString()
                .contains("does not compile: ");
    }

    private void functions() {
        Problem problem = problem("{'statement':'Join the words n times.','languages':['python'],"
                + "'tests':[{'input':'2\\n2\\nab\\nc\\n','output':'abcabc'}],"
                + "'function':{'name':'joined','parameters':[{'name':'n','type':'int'},{'name':'words','type':'text[]'}],"
                + "'returns':'text'}}");

        assertThat(verifier.verify(problem, "def joined(n, words):\n    return n * ''.join(words)"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(verifier.verify(problem, "def join(n, words): return ''")).isInstanceOf(Verdict.Incorrect.class);
    }

    private void prose() {
        assertThat(verifier.verify(doubling, " \n\t")).isEqualTo(Verdict.NO_ANSWER);
        assertThat(verifier.verify(doubling, "It is simple: print(2 * n)."))
                .asString()
                .contains("names no language");
        assertThat(verifier.report(doubling, "no code").points()).isZero();
    }

    private Verdict verdict(String language, String source) {
        return verifier.verify(doubling, block(language, source));
    }

    private CodeReport report(String language, String source) {
        return verifier.report(doubling, block(language, source));
    }

    private static String block(String language, String source) {
        return "```" + language + "\n" + source + "\n```";
    }

    private static Problem problem(String json) {
        return CodeProblem.of((ObjectNode) new JsonMapper().readTree(json.replace('\'', '"')))
                .problem("code");
    }
}
