package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    private final Shell shell = new Shell();

    @Test
    void what_the_user_can_mend_is_one_line_without_a_stack_trace() {
        assertThat(fail(new UserException("there is no run x"), false)).isEqualTo(1);
        assertThat(shell.err()).isEqualTo(line("zeroone: there is no run x"));

        assertThat(fail(new IllegalArgumentException("samples must be positive: 0"), false))
                .isEqualTo(1);
        assertThat(shell.err()).isEqualTo(line("zeroone: samples must be positive: 0"));
    }

    @Test
    void failures_of_files_say_what_is_wrong_with_which() {
        assertThat(messageOf(new NoSuchFileException("a"))).isEqualTo("there is no file a");
        assertThat(messageOf(new AccessDeniedException("a"))).isEqualTo("no permission to access a");
        assertThat(messageOf(new FileSystemException("a", "", "No space left on device")))
                .isEqualTo("a: No space left on device");
        assertThat(messageOf(new FileSystemException("a"))).isEqualTo("a");
        assertThat(messageOf(new IOException("broken pipe"))).isEqualTo("broken pipe");
        assertThat(messageOf(new UncheckedIOException("cannot read b: gone", new IOException("gone"))))
                .isEqualTo("cannot read b: gone");
        assertThat(messageOf(new UncheckedIOException("cannot write c", new IOException("No space left on device"))))
                .isEqualTo("cannot write c: No space left on device");
    }

    @Test
    void what_nobody_foresaw_says_so_and_leaves_its_stack_trace_in_a_file() throws IOException {
        assertThat(fail(new NullPointerException("oops"), false)).isEqualTo(1);

        String err = shell.err();
        assertThat(err).startsWith("zeroone: this should not have happened: oops");
        assertThat(err).doesNotContain("\tat ");
        Path trace = Path.of(err.substring(err.indexOf(" is in ") + 7).strip());
        assertThat(trace).content().contains("NullPointerException: oops", "FailuresTest", Shell.NOW.toString());
        Files.delete(trace);
    }

    @Test
    void running_out_of_memory_says_what_to_do() {
        new Failures(shell.surroundings(""), () -> false).tell(new OutOfMemoryError("Java heap space"));

        assertThat(shell.err()).startsWith("zeroone: out of memory (Java heap space); ZEROONE_JAVA_OPTS=-Xmx8g");
    }

    @Test
    void the_stack_trace_is_shown_if_asked_for() {
        fail(new UserException("no"), true);

        assertThat(shell.err()).contains("zeroone: no", "\tat zeroone.cli.FailuresTest");
    }

    private String messageOf(Exception exception) {
        fail(exception, false);
        return shell.err().strip().substring("zeroone: ".length());
    }

    private int fail(Exception exception, boolean stacktrace) {
        @Command(name = "failing")
        final class Failing implements java.util.concurrent.Callable<Integer> {
            @Override
            public Integer call() throws Exception {
                throw exception;
            }
        }
        return new CommandLine(new Failing())
                .setExecutionExceptionHandler(new Failures(shell.surroundings(""), () -> stacktrace))
                .execute();
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
