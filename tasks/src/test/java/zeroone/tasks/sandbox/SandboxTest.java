package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where programs can be contained, hostile ones are; where they cannot, they are refused. This is the one place that picks,
 * and the name of the container says which was tested. {@link SandboxRefusalTest} holds everywhere.
 */
class SandboxTest {
    @TestFactory
    Stream<DynamicNode> hostile_programs() throws InterruptedException {
        try {
            return Stream.of(dynamicContainer(
                    "contained: bubblewrap works on this machine", new HostilePrograms(Sandbox.open()).tests()));
        } catch (SandboxUnavailable refusal) {
            return Stream.of(dynamicContainer(
                    "refused: bubblewrap does not work on this machine",
                    Stream.of(DynamicTest.dynamicTest(
                            "the refusal says what is missing and what to do",
                            () -> assertThat(refusal.getMessage())
                                    .containsPattern("untrusted program")
                                    .containsPattern("install|judge programs on|check that|need")))));
        }
    }
}
