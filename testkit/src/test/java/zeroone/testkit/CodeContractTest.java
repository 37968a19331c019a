package zeroone.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
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
import zeroone.tasks.sandbox.Sandbox;
import zeroone.tasks.sandbox.SandboxUnavailable;

/**
 * Programming problems keep the contract where programs can be contained; where they cannot, their verifier refuses to
 * judge. The name of the container says which was tested.
 */
class CodeContractTest {
    @TestFactory
    Stream<DynamicNode> programming_problems() throws InterruptedException {
        try {
            Sandbox.open();
        } catch (SandboxUnavailable refusal) {
            return Stream.of("code-easy", "code-function", "code")
                    .map(name -> dynamicContainer(name + " is refused: nothing is contained here", refused(name)));
        }
        return Stream.of("code-easy") // the others differ in their problems, not in how they are judged
                .map(name -> dynamicContainer(name + " is judged by running programs", contract(new Programs(name))));
    }

    private static Stream<DynamicTest> contract(TasksetContract contract) {
        return Arrays.stream(TasksetContract.class.getDeclaredMethods())
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
        private final String name;

        Programs(String name) {
            this.name = name;
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

        /** Most changes to a program leave it right. */
        @Override
        protected boolean hasOtherRightAnswers() {
            return true;
        }
    }
}
