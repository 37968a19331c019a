package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a run tells of a program that does nothing bad, and what it leaves behind. */
final class TamePrograms extends ProgramTests {
    TamePrograms(Sandbox sandbox) {
        super(sandbox);
        test("a tame program says what it says", this::tame);
        test("input is fed, and need not be read", this::input);
        test("an interrupted run is dead at once", this::interruption);
        test("a file that is not there is a failure of the sandbox, not of the program", this::missingFile);
        test("nothing is left in the temporary directory", this::temporaryFiles);
    }

    private void tame() throws InterruptedException {
        SandboxResult result = shell("echo hello; echo oh >&2; id -u; exit 3");

        assertThat(result.ending()).isEqualTo(Ending.EXITED);
        assertThat(result.exitCode()).hasValue(3);
        assertThat(result.stdout().text()).isEqualTo("hello\n65534\n");
        assertThat(result.stderr().text()).isEqualTo("oh\n");
        assertThat(result.stdout().truncated()).isFalse();
        assertThat(result.wallTime()).isLessThan(Duration.ofSeconds(60));
        assertThat(shell("kill -SEGV $$").signal()).hasValue(11);
        assertThat(shell("kill -SEGV $$").ending()).isEqualTo(Ending.SIGNALLED);
    }

    private void input() throws InterruptedException {
        byte[] large = "0123456789abcde\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        Command cat = Command.of("/usr/bin/cat").withInput(large);

        assertThat(sandbox.run(cat, Limits.DEFAULT).stdout().bytes()).isEqualTo(large);
        assertThat(sandbox.run(Command.of("/usr/bin/true").withInput(large), Limits.DEFAULT)
                        .succeeded())
                .isTrue();
    }

    private void interruption() throws Exception {
        Thread runner = Thread.ofPlatform().start(() -> {
            try {
                shell("setsid sleep " + MARK + " & sleep " + MARK, limits().withWallTime(Duration.ofMinutes(10)));
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        while (sleepers().size() < 2) {
            Thread.onSpinWait();
        }

        runner.interrupt();

        assertThat(runner.join(Duration.ofSeconds(60))).isTrue();
        assertThat(sleepers()).isEmpty();
    }

    private void missingFile() {
        Command command = Command.of("/usr/bin/true").withFiles(Map.of("/in/x", Path.of("/nowhere/at/all")));

        assertThatThrownBy(() -> sandbox.run(command, Limits.DEFAULT))
                .isInstanceOf(SandboxFailure.class)
                .hasMessageContaining("/nowhere/at/all");
    }

    private void temporaryFiles() throws Exception {
        Path directory = Files.createTempDirectory("temporary");
        Machine here = Machine.here();
        Sandbox tidy = Sandbox.open(new Machine(
                here.system(),
                here.kernel(),
                here.processor(),
                here.root(),
                here.programs(),
                here.controlGroups(),
                directory));

        tidy.run(Command.of("/usr/bin/true"), limits());
        tidy.run(Command.of("/usr/bin/sleep", "9"), limits().withWallTime(Duration.ofMillis(50)));

        assertThat(directory).isEmptyDirectory();
        Files.delete(directory);
    }
}
