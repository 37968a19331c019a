package zeroone.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real signals to a real process. */
class InterruptedProcessTest {
    /** A loop that notices a stop only when asked by a line on standard input, like a step that takes its time. */
    static final class Loop {
        private Loop() {}

        public static void main(String[] args) throws IOException {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            try (Interrupts interrupts = Interrupts.install(out, Duration.ofMinutes(1))) {
                out.println("started");
                while (!interrupts.stopRequested()) {
                    Thread.onSpinWait();
                }
                int asked = System.in.read();
                out.println("saved " + asked);
            }
        }
    }

    private final List<Process> started = new ArrayList<>();

    @Test
    void one_interrupt_lets_the_step_finish_and_save() throws Exception {
        Process process = start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("started");

        signal("INT", process);
        assertThat(out.readLine()).isEmpty();
        assertThat(out.readLine()).isEqualTo("stopping after this step, press again to quit");
        process.outputWriter(StandardCharsets.UTF_8).append('1').close();

        assertThat(out.readLine()).isEqualTo("saved " + (int) '1');
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void a_second_interrupt_ends_the_process_at_once() throws Exception {
        Process process = start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("started");
        signal("INT", process);
        assertThat(out.readLine()).isEmpty();
        assertThat(out.readLine()).startsWith("stopping");

        signal("INT", process);

        assertThat(process.waitFor()).isEqualTo(Interrupts.EXIT_CODE);
    }

    @Test
    void a_termination_by_the_system_waits_for_the_step_to_save() throws Exception {
        Process process = start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("started");

        signal("TERM", process);
        process.outputWriter(StandardCharsets.UTF_8).append('1').close();

        assertThat(out.readLine()).isEqualTo("saved " + (int) '1');
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void a_process_that_did_not_end_is_ended() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(heedInterrupts());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Loop.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /** A build in the background of a shell ignores interrupts, and so do its children, unless something undoes that. */
    private static List<String> heedInterrupts() throws IOException, InterruptedException {
        List<String> undo = List.of("env", "--default-signal=INT");
        List<String> attempt = new ArrayList<>(undo);
        attempt.add("true");
        boolean works = new ProcessBuilder(attempt).start().waitFor() == 0;
        return works ? undo : List.of();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }
}
