package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Programs that want out. */
final class EscapingPrograms extends ProgramTests {
    EscapingPrograms(Sandbox sandbox) {
        super(sandbox);
        test("there is no network", this::network);
        test("nothing can be read but the system and what is shown", this::reading);
        test("nothing can be written outside the work directory", this::writing);
        test("system calls of escapes are refused", this::systemCalls);
        test("no child survives", this::survivors);
        test("signals reach nobody outside", this::signals);
        test("neither environment nor files nor processes leak", this::leaks);
        test("the report of a run cannot be forged", this::forgery);
        test("links lead nowhere", this::links);
    }

    private void network() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            listener.setSoTimeout(1);

            SandboxResult result = java("connect", "" + listener.getLocalPort());

            assertThat(result.stdout().text()).as(result.stderr().text()).isEqualTo("refused\n");
            assertThatThrownBy(listener::accept).isInstanceOf(IOException.class);
        }
        Command look =
                Command.of("/usr/bin/cat", "/proc/net/dev", "/proc/net/route").withProc();
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
            script.append("(echo x > ")
                    .append(place)
                    .append("/new) && echo ")
                    .append(place)
                    .append(';');
        }
        script.append("(echo x >> /in/it/fact) && echo changed; rm -f /in/it/fact && echo removed;");
        script.append("chmod 777 /in/it/fact && echo opened; mkdir /work/a && echo made; true");
        Command command = Command.of("/bin/sh", "-c", script.toString()).withFiles(Map.of("/in/it", shown));

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
        assertThat(result.wallTime()).isLessThan(Duration.ofSeconds(60));
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

        String[] parts =
                sandbox.run(look, limits().withProcesses(8)).stdout().text().split("==\n", -1);

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

    private void links() throws InterruptedException {
        SandboxResult result = shell(
                "ln -s /etc/passwd a; ln -s ../../../../root b; ln -s /proc/1/root c; cat a; ls b/ c/; ln /usr/bin/env d; echo x >a",
                limits().withWorkBytes(MEBIBYTE));

        assertThat(result.stdout().text()).isEmpty();
        assertThat(result.succeeded()).isFalse();
    }

    SandboxResult java(String... arguments) throws InterruptedException {
        Path home = Path.of(System.getProperty("java.home"));
        Path classes;
        try {
            classes = sandbox.directoryToShow();
            Path own = classes.resolve("HostileProgram.class");
            try (var bytes = EscapingPrograms.class.getResourceAsStream("HostileProgram.class")) {
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
                    .withFiles(Map.of("/in/classes/zeroone/tasks/sandbox", classes, home.toString(), home))
                    .withProc();
            SandboxResult result =
                    sandbox.run(command, limits().withProcesses(40).withMemory(512 * MEBIBYTE, 4096 * MEBIBYTE));
            Sandbox.delete(classes);
            return result;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
