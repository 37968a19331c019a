package zeroone.tasks.code;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import zeroone.tasks.sandbox.ContainedTests;

/** Verdicts on programs that run; where none can be contained, none is run. */
class CodeVerifierTest {
    @TestFactory
    Stream<DynamicNode> programs_of_people() throws InterruptedException {
        return ContainedTests.orRefusal(sandbox -> new JudgedPrograms().tests());
    }

    @TestFactory
    Stream<DynamicNode> programs_of_cheats() throws InterruptedException {
        return ContainedTests.orRefusal(sandbox -> new CheatingPrograms().tests());
    }
}
