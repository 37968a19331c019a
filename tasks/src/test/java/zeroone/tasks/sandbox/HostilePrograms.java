package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** What must hold on a machine on which programs can be contained. */
final class HostilePrograms {
    private static final long MEBIBYTE = 1 << 20;

    /** A number of seconds that no other program on the machine sleeps. */
    private static final String MARK = "98765.4321";

    private final Sandbox sandbox;
    private final Map<String, Executable> tests = new LinkedHashMap<>();

    HostilePrograms(Sandbox sandbox) {
        this.sandbox = sandbox;
        tests.put("a tame program says what it says", this::tame);
        tests.put("input is fed, and need not be read", this::input);
        tests.put("a fork bomb meets the limit on processes and dies", this::forkBomb);
        tests.put("memory is limited for one process and for all together", this::memory);
        tests.put("an endless loop ends at its processor time, also with many processes", this::endlessLoop);
        tests.put("an idle program ends at its wall time", this::idle);
        tests.put("endless output is cut and its writer killed", this::endlessOutput);
        tests.put("there is no network", this::network);
        tests.put("nothing can be read but the system and what is shown", this::reading);
        tests.put("nothing can be written outside the work directory", this::writing);
        tests.put("system calls of escapes are refused", this::systemCalls);
        tests.put("no child survives", this::survivors);
        tests.put("signals reach nobody outside", this::signals);
        tests.put("neither environment nor files nor processes leak", this::leaks);
        tests.put("the report of a run cannot be forged", this::forgery);
        tests.put("files cannot grow beyond the work directory's size, in bytes or by holes", this::hugeFiles);
        tests.put("files without content end with the time, and with them all of it", this::manyFiles);
        tests.put("links lead nowhere", this::links);
        tests.put("an interrupted run is dead at once", this::interruption);
        tests.put("a file that is not there is a failure of the sandbox, not of the program", this::missingFile);
        tests.put("nothing is left in the temporary directory", this::temporaryFiles);
    }

    Stream<DynamicTest> tests() {
        return tests.entrySet().stream().map(test -> dynamicTest(test.getKey(), test.getValue()));
    }

    private void tame() throws InterruptedException {
        SandboxResult result = shell("echo hello; echo oh >&2; id -u; exit 3");

        assertThat(result.ending()).isEqualTo(Ending.EXITED);
        assertThat(result.exitCode()).hasValue(3);
        assertThat(result.stdout().text()).isEqualTo("hello\n65534\n");
        assertThat(result.stderr().text()).isEqualTo("oh\n");
        assertThat(result.stdout().truncated()).isFalse();
        assertThat(result.wallTime()).isLessThan(Duration.ofSeconds(5));
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

    private void forkBomb() throws InterruptedException {
        String many = "i=0; while [ $i -lt 100 ]; do sleep " + MARK + " & i=$((i+1)); echo $i; done";
        SandboxResult counted = shell(many, limits().withProcesses(16));
        SandboxResult bomb = shell("b() { b | b & }; while :; do b; done", limits().withProcesses(32));

        assertThat(counted.stdout().text().lines().count()).isBetween(8L, 16L);
        assertThat(bomb.wallTime()).isLessThan(Duration.ofSeconds(5));
        assertThat(sleepers()).isEmpty();
    }

    private void memory() throws InterruptedException {
        Limits small = limits().withMemory(64 * MEBIBYTE, 4096 * MEBIBYTE).withProcesses(8);
        SandboxResult one = shell("tail /dev/zero", small);
        SandboxResult refused =
                shell("tail /dev/zero", small.withMemory(64 * MEBIBYTE, 0).withProcesses(2));
        SandboxResult many = shell(
                "for i in 1 2 3 4 5; do head -c 20M /dev/zero | tail -n 1 | (sleep 5; cat) & done; wait",
                small.withProcesses(60));

        assertThat(one.ending()).isEqualTo(Ending.MEMORY);
        assertThat(one.peakMemory().orElseThrow()).isGreaterThan(64 * MEBIBYTE);
        assertThat(refused.succeeded()).isFalse();
        assertThat(many.ending()).isEqualTo(Ending.MEMORY);
    }

    private void endlessLoop() throws InterruptedException {
        Limits brief = limits().withCpuTime(Duration.ofMillis(200)).withProcesses(8);
        SandboxResult one = shell("while :; do :; done", brief);
        SandboxResult many = shell("for i in 1 2 3 4; do while :; do :; done & done; wait", brief);

        assertThat(one.ending()).isEqualTo(Ending.CPU_TIME);
        assertThat(one.timedOut()).isTrue();
        assertThat(one.cpuTime()).isBetween(Duration.ofMillis(200), Duration.ofMillis(900));
        assertThat(many.ending()).isEqualTo(Ending.CPU_TIME);
        assertThat(many.cpuTime()).isBetween(Duration.ofMillis(200), Duration.ofMillis(1_800));
    }

    private void idle() throws InterruptedException {
        SandboxResult result = shell("sleep 60", limits().withWallTime(Duration.ofMillis(200)));

        assertThat(result.ending()).isEqualTo(Ending.WALL_TIME);
        assertThat(result.wallTime()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(3));
        assertThat(result.cpuTime()).isLessThan(Duration.ofMillis(200));
    }

    private void endlessOutput() throws InterruptedException {
        Limits few = limits().withOutput(10_000);
        SandboxResult out = shell("exec yes", few);
        SandboxResult error = shell("exec yes >&2", few);
        SandboxResult silent = shell("true", few.withOutput(0));

        assertThat(out.ending()).isEqualTo(Ending.OUTPUT);
        assertThat(out.stdout().truncated()).isTrue();
        assertThat(out.stdout().length()).isEqualTo(10_000);
        assertThat(error.ending()).isEqualTo(Ending.OUTPUT);
        assertThat(error.stderr().length()).isEqualTo(10_000);
        assertThat(silent.succeeded()).isTrue();
    }

    private void network() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            listener.setSoTimeout(1);

            SandboxResult result = java("connect", "" + listener.getLocalPort());

            assertThat(result.stdout().text()).as(result.stderr().text()).isEqualTo("refused\n");
            assertThatThrownBy(listener::accept).isInstanceOf(IOException.class);
        }
        Command look = Command.of("/usr/bin/cat", "/proc/net/dev", "/proc/net/route").withProc();
        assertThat(sandbox.run(look, limits()).stdout().text().lines().filter(line -> line.contains(":")))
                .singleElement()
                .asString()
                .contains("lo:");
    }

    private void reading() throws Exception {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "secret");

        SandboxResult root = shell("ls -A /");
        assertThat(root.stdout().text().lines())
                .isSubsetOf("bin", "dev", "etc", "in", "lib", "lib32", "lib64", "libx32", "sbin", "usr", "work");
        for (String path : List.of("/etc/passwd", "/etc/shadow", "/root", "/home", "/proc", "/sys", "/run", "/tmp")) {
            assertThat(shell("ls " + path).succeeded()).as(path).isFalse();
        }
        assertThat(shell("cat " + secret).stdout().text()).isEmpty();
        Path shown = sandbox.directoryToShow();
        Files.writeString(shown.resolve("fact"), "fact");
        assertThat(sandbox.run(
                                Command.of("/usr/bin/cat", "/in/it/fact").withFiles(Map.of("/in/it", shown)),
                                Limits.DEFAULT)
                        .stdout()
                        .text())
                .isEqualTo("fact");
        Sandbox.delete(shown);
        Files.delete(secret);
    }

    private void writing() throws Exception {
        Path shown = sandbox.directoryToShow();
        Files.writeString(shown.resolve("fact"), "fact");
        StringBuilder script = new StringBuilder();
        for (String place : List.of("/", "/usr", "/usr/bin", "/dev", "/dev/shm", "/in", "/in/it", "/work", "/etc")) {
            script.append("(echo x > ").append(place).append("/new) && echo ").append(place).append(';');
        }
        script.append("(echo x >> /in/it/fact) && echo changed; rm -f /in/it/fact && echo removed;");
        script.append("chmod 777 /in/it/fact && echo opened; mkdir /work/a && echo made; true");
        Command command =
                Command.of("/bin/sh", "-c", script.toString()).withFiles(Map.of("/in/it", shown));

        SandboxResult result = sandbox.run(command, limits());
        SandboxResult working = shell("echo x > new; cat /work/new", limits().withWorkBytes(MEBIBYTE));

        assertThat(result.stdout().text()).isEmpty();
        assertThat(Files.readString(shown.resolve("fact"))).isEqualTo("fact");
        assertThat(working.stdout().text()).isEqualTo("x\n");
        Sandbox.delete(shown);
    }

    private void systemCalls() throws InterruptedException {
        Architecture architecture =
                Architecture.named(System.getProperty("os.arch")).orElseThrow();
        List<String> arguments = new ArrayList<>(List.of("call"));
        StringBuilder expected = new StringBuilder();
        for (SystemCall call : SystemCall.values()) {
            int number = call.number(architecture);
            if (number != SystemCall.ABSENT) {
                arguments.add(number + ",0,0");
                expected.append(number).append(" errno 1\n");
            }
        }
        // clone and unshare with the flags of every namespace; clone3, and a call of the future.
        for (String flag : List.of("0x20000", "0x2000000", "0x4000000", "0x8000000", "0x10000000", "0x20000000")) {
            arguments.add(architecture.clone + "," + flag + ",0");
            expected.append(architecture.clone).append(" errno 1\n");
        }
        arguments.add(architecture.ioctl + ",0,0x5412");
        expected.append(architecture.ioctl).append(" errno 1\n");
        arguments.addAll(List.of("435,0,0", "999,0,0"));
        expected.append("435 errno 38\n999 errno 38\n");

        SandboxResult result = java(arguments.toArray(String[]::new));

        assertThat(result.stdout().text()).as(result.stderr().text()).isEqualTo(expected.toString());
    }

    private void survivors() throws InterruptedException {
        SandboxResult result = shell(
                "setsid sleep " + MARK + " & (setsid sh -c 'trap \"\" TERM HUP; sleep " + MARK
                        + "; sleep 9' </dev/null >/dev/null 2>&1 &) ; echo bye",
                limits().withProcesses(16));

        assertThat(result.stdout().text()).isEqualTo("bye\n");
        assertThat(result.succeeded()).isTrue();
        assertThat(result.wallTime()).isLessThan(Duration.ofSeconds(5));
        assertThat(sleepers()).isEmpty();
    }

    private void signals() throws Exception {
        long own = ProcessHandle.current().pid();
        Process bystander = new ProcessBuilder("sleep", "60").start();

        shell("kill -9 " + own + "; kill -9 " + bystander.pid() + "; kill -9 $PPID; kill -9 1; kill -9 -1; sleep 1");

        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
    }

    private void leaks() throws InterruptedException {
        Command look = Command.of(
                        "/bin/sh",
                        "-c",
                        "env; echo ==; ls /proc/self/fd; echo ==; for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/environ; done; echo ==;"
                                + " ls -d /proc/[0-9]* | wc -l; hostname")
                .withEnvironment(Map.of("GIVEN", "yes"))
                .withProc();

        String[] parts = sandbox.run(look, limits().withProcesses(8)).stdout().text().split("==\n", -1);

        assertThat(parts[0].lines().map(line -> line.split("=", -1)[0])).containsOnly("GIVEN", "PWD");
        assertThat(parts[1].lines()).containsOnly("0", "1", "2", "3");
        for (String name : System.getenv().keySet()) {
            if (!List.of("PATH", "LC_ALL", "PWD", "_").contains(name)) {
                assertThat(parts[2]).doesNotContain(name + "=");
            }
        }
        List<String> rest = parts[3].lines().toList();
        assertThat(Integer.parseInt(rest.getFirst().strip())).isLessThan(8);
        assertThat(rest.getLast()).isEqualTo("sandbox");
    }

    private void forgery() throws InterruptedException {
        Command forge = Command.of(
                        "/bin/sh",
                        "-c",
                        "for fd in /proc/*/fd/*; do case $fd in */[012]) ;; *)"
                                + " (echo '{ \"exit-code\": 0 }' >$fd) 2>/dev/null && echo wrote to $fd;; esac; done; exit 7")
                .withProc();

        SandboxResult result = sandbox.run(forge, limits().withProcesses(8));

        assertThat(result.exitCode()).hasValue(7);
    }

    private void hugeFiles() throws InterruptedException {
        Limits small = limits().withWorkBytes(MEBIBYTE);
        SandboxResult written = shell("head -c 100M /dev/zero >big; ls -l big | cut -d' ' -f5", small);
        SandboxResult many = shell("for i in 1 2 3 4; do head -c 600K /dev/zero >$i; done; du -k .", small);

        assertThat(Long.parseLong(written.stdout().text().strip())).isLessThanOrEqualTo(MEBIBYTE);
        assertThat(Integer.parseInt(many.stdout().text().split("\t", -1)[0])).isLessThanOrEqualTo(1_024);
        assertThat(shell("truncate -s 100G hole", small).succeeded()).isFalse();
        assertThat(shell("fallocate -l 100M block", small).succeeded()).isFalse();
    }

    private void manyFiles() throws InterruptedException {
        Limits brief = limits().withWorkBytes(MEBIBYTE).withCpuTime(Duration.ofMillis(300));

        SandboxResult result = shell("i=0; while :; do : >$i; i=$((i+1)); done", brief);

        assertThat(result.timedOut() || !result.succeeded()).isTrue();
        assertThat(shell("ls -A /work").stdout().text()).isEmpty();
    }

    private void links() throws InterruptedException {
        SandboxResult result = shell(
                "ln -s /etc/passwd a; ln -s ../../../../root b; ln -s /proc/1/root c; cat a; ls b/ c/; ln /usr/bin/env d; echo x >a",
                limits().withWorkBytes(MEBIBYTE));

        assertThat(result.stdout().text()).isEmpty();
        assertThat(result.succeeded()).isFalse();
    }

    private void interruption() throws Exception {
        Thread runner = Thread.ofPlatform().start(() -> {
            try {
                shell("setsid sleep " + MARK + " & sleep " + MARK, limits().withWallTime(Duration.ofSeconds(60)));
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        while (sleepers().size() < 2) {
            Thread.onSpinWait();
        }

        runner.interrupt();

        assertThat(runner.join(Duration.ofSeconds(5))).isTrue();
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
                here.system(), here.kernel(), here.processor(), here.root(), here.programs(), here.controlGroups(),
                directory));

        tidy.run(Command.of("/usr/bin/true"), limits());
        tidy.run(Command.of("/usr/bin/sleep", "9"), limits().withWallTime(Duration.ofMillis(50)));

        assertThat(directory).isEmptyDirectory();
        Files.delete(directory);
    }

    private SandboxResult shell(String script) throws InterruptedException {
        return shell(script, limits().withProcesses(4));
    }

    private SandboxResult shell(String script, Limits limits) throws InterruptedException {
        return sandbox.run(Command.of("/bin/sh", "-c", script), limits);
    }

    private SandboxResult java(String... arguments) throws InterruptedException {
        Path home = Path.of(System.getProperty("java.home"));
        Path classes;
        try {
            classes = sandbox.directoryToShow();
            Path own = classes.resolve("HostileProgram.class");
            try (var bytes = HostilePrograms.class.getResourceAsStream("HostileProgram.class")) {
                Files.copy(Objects.requireNonNull(bytes), own);
            }
            List<String> line = new ArrayList<>(List.of(
                    home.resolve("bin/java").toString(),
                    "-Xmx64m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    "/in/classes",
                    HostileProgram.class.getName()));
            line.addAll(List.of(arguments));
            Command command = Command.of(line.toArray(String[]::new))
                    .withFiles(Map.of(
                            "/in/classes/zeroone/tasks/sandbox", classes, home.toString(), home))
                    .withProc();
            SandboxResult result = sandbox.run(
                    command, limits().withProcesses(40).withMemory(512 * MEBIBYTE, 4096 * MEBIBYTE));
            Sandbox.delete(classes);
            return result;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Limits limits() {
        return Limits.DEFAULT.withProcesses(4);
    }

    private static List<ProcessHandle> sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep " + MARK))
                .filter(process -> !process.info().commandLine().orElse("").contains("sh -c"))
                .toList();
    }
}
