package zeroone.tasks.sandbox;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Tests that run programs in the sandbox, each under a sentence. */
abstract class ProgramTests {
    static final long MEBIBYTE = 1 << 20;

    /** A number of seconds that no other program on the machine sleeps. */
    static final String MARK = "98765.4321";

    final Sandbox sandbox;
    private final List<DynamicTest> tests = new ArrayList<>();

    ProgramTests(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    final void test(String sentence, Executable test) {
        tests.add(dynamicTest(sentence, test));
    }

    final Stream<DynamicTest> tests() {
        return tests.stream();
    }

    final SandboxResult shell(String script) throws InterruptedException {
        return shell(script, limits().withProcesses(4));
    }

    final SandboxResult shell(String script, Limits limits) throws InterruptedException {
        return sandbox.run(Command.of("/bin/sh", "-c", script), limits);
    }

    static Limits limits() {
        return Limits.DEFAULT.withProcesses(4).withWallTime(Duration.ofMinutes(1));
    }

    static List<ProcessHandle> sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep " + MARK))
                .filter(process -> !process.info().commandLine().orElse("").contains("sh -c"))
                .toList();
    }
}
