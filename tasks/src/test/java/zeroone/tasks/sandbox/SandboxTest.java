package zeroone.tasks.sandbox;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Hostile programs are contained. What holds where they cannot be is {@link SandboxRefusalTest}. */
class SandboxTest {
    @TestFactory
    Stream<DynamicNode> tame_programs() throws InterruptedException {
        return ContainedTests.orRefusal(sandbox -> new TamePrograms(sandbox).tests());
    }

    @TestFactory
    Stream<DynamicNode> greedy_programs() throws InterruptedException {
        return ContainedTests.orRefusal(sandbox -> new GreedyPrograms(sandbox).tests());
    }

    @TestFactory
    Stream<DynamicNode> escaping_programs() throws InterruptedException {
        return ContainedTests.orRefusal(sandbox -> new EscapingPrograms(sandbox).tests());
    }
}
