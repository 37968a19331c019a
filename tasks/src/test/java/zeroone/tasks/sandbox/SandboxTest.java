package zeroone.tasks.sandbox;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Hostile programs are contained. What holds where they cannot be is {@link SandboxRefusalTest}. */
class SandboxTest {
    @TestFactory
    Stream<DynamicNode> hostile_programs() throws InterruptedException {
        return ContainedTests.orRefusal(sandbox -> new HostilePrograms(sandbox).tests());
    }
}
