package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The one place that picks what is tested: programs in the sandbox where this machine can contain them, their refusal where
 * it cannot. The name of the container says which.
 */
public final class ContainedTests {
    private ContainedTests() {}

    /** Tests on this machine's sandbox; or one test that its refusal is of use to whoever reads it. */
    public static Stream<DynamicNode> orRefusal(Function<Sandbox, Stream<DynamicTest>> tests)
            throws InterruptedException {
        try {
            return Stream.of(
                    dynamicContainer("contained: bubblewrap works on this machine", tests.apply(Sandbox.open())));
        } catch (SandboxUnavailable refusal) {
            return Stream.of(dynamicContainer(
                    "refused: bubblewrap does not work on this machine",
                    Stream.of(dynamicTest("the refusal says what is missing and what to do", () -> {
                        assertThat(refusal).hasMessageContaining("untrusted program");
                        assertThat(refusal.getMessage()).containsPattern("install|judge programs on|check that|need");
                    }))));
        }
    }
}
