package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.catalog.Tasks;
import zeroone.tasks.code.CodeSolutions;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.sandbox.Command;
import zeroone.tasks.sandbox.Limits;
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxResult;
import zeroone.tasks.sandbox.SandboxUnavailable;

/**
 * Programming problems keep the contract where programs can be contained; where they cannot, their verifier refuses to
 * judge. The name of the container says which was tested.
 */
class CodeContractTest {
    @TestFactory
    Stream<DynamicNode> programming_problems() throws InterruptedException {
        Sandbox sandbox;
        try {
            sandbox = Sandbox.open();
        } catch (SandboxUnavailable refusal) {
            return Stream.of("code-easy", "code-function", "code")
                    .map(name -> dynamicContainer(name + " is refused: nothing is contained here", refused(name)));
        }
        return Stream.of("code-easy") // the others differ in their problems, not in how they are judged
                .map(name -> dynamicContainer(
                        name + " is judged by running programs", contract(new Programs(name, sandbox))));
    }

    private static Stream<DynamicTest> contract(TasksetContract contract) {
        return Stream.of(ProblemContract.class, VerdictContract.class, TasksetContract.class)
                .flatMap(clauses -> Arrays.stream(clauses.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> dynamicTest(method.getName(), () -> call(method, contract)));
    }

    private static void call(Method test, TasksetContract contract) throws Throwable {
        try {
            test.invoke(contract);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static Stream<DynamicTest> refused(String name) {
        Taskset taskset = Tasks.named(name).problems();
        Problem problem = taskset.problem(Split.TEST, 1, 1);
        return Stream.of(dynamicTest(
                "a right answer gets no verdict",
                () -> assertThatThrownBy(
                                () -> taskset.verifier().verify(problem, CodeSolutions.right(problem, Language.PYTHON)))
                        .isInstanceOf(SandboxUnavailable.class)));
    }

    /** Right programs come from people, the expected outputs from the reference solutions. */
    private static final class Programs extends TasksetContract {
        private static final Pattern PROGRAM = Pattern.compile("(?s)```python *\n(.{1,60000})\n```");
        private static final Pattern EXAMPLE = Pattern.compile("(?s)Example input:\n(.*)\nExample output:\n(.*?)\n\n");

        private final String name;
        private final Sandbox sandbox;

        Programs(String name, Sandbox sandbox) {
            this.name = name;
            this.sandbox = sandbox;
        }

        @Override
        protected Taskset taskset() {
            return Tasks.named(name).problems();
        }

        @Override
        protected String solve(Problem problem) {
            return CodeSolutions.right(problem, Language.PYTHON);
        }

        /** Every verdict starts up to nine processes. */
        @Override
        protected int few() {
            return 2;
        }

        @Override
        protected int nearMisses() {
            return 2;
        }

        /** Runs a program in Python on the example of the statement: whoever fails there is wrong. Others it cannot judge. */
        @Override
        protected Opinion opinion(Problem problem, String answer) {
            if (answer.equals(solution(problem))) {
                return Opinion.RIGHT;
            }
            Matcher program = PROGRAM.matcher(answer.strip());
            Matcher example = EXAMPLE.matcher(problem.prompt());
            if (!program.matches() || !example.find()) {
                boolean otherLanguage = answer.startsWith("```cpp\n") || answer.startsWith("```java\n");
                return otherLanguage ? Opinion.UNDECIDED : Opinion.WRONG;
            }
            SandboxResult result = run(program.group(1), example.group(1));
            String expected = example.group(2).strip();
            return result.succeeded() && result.stdout().text().strip().equals(expected)
                    ? Opinion.UNDECIDED
                    : Opinion.WRONG;
        }

        private SandboxResult run(String source, String input) {
            try {
                Command command =
                        Command.of("/usr/bin/python3", "-c", source).withInput(input.getBytes(StandardCharsets.UTF_8));
                return sandbox.run(command, Limits.DEFAULT);
            } catch (InterruptedException interruption) {
                throw new AssertionError(interruption);
            }
        }
    }
}
