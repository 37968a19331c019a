package zeroone.tasks.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs that a sandbox is made of.
 *
 * @param changeUser {@code setpriv}, needed where this process is root: root is exempt from the limit on processes
 */
record Tools(
        Architecture architecture, Path shell, Path timeout, Path limits, Path bubblewrap, Optional<Path> changeUser) {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

    /** The first that can forbid further user namespaces. */
    private static final int BUBBLEWRAP_MINOR = 8;

    /** The first that counts processes by user namespace (5.14). */
    private static final int KERNEL_MAJOR = 5;

    private static final int KERNEL_MINOR = 14;

    /** @throws SandboxUnavailable if something is missing or too old */
    static Tools on(Machine machine) {
        if (!machine.system().equals("Linux")) {
            throw new SandboxUnavailable("untrusted programs can be contained on Linux only, and this is "
                    + machine.system() + ": judge programs on a Linux machine");
        }
        Architecture architecture = Architecture.named(machine.processor())
                .orElseThrow(() -> new SandboxUnavailable("the system calls of " + machine.processor()
                        + " processors are not known here: judge programs on amd64 or aarch64"));
        if (!atLeast(machine.kernel(), KERNEL_MAJOR, KERNEL_MINOR)) {
            throw new SandboxUnavailable("untrusted programs need Linux 5.14 or later, which counts the processes of"
                    + " each sandbox, and this is " + machine.kernel());
        }
        Path bubblewrap = tool(machine, "bwrap", "bubblewrap");
        String version = firstLine(bubblewrap, "--version");
        if (!atLeast(version, 0, BUBBLEWRAP_MINOR)) {
            throw new SandboxUnavailable("untrusted programs need bubblewrap 0.8 or later, and " + bubblewrap
                    + " says \"" + version + "\": install a newer one");
        }
        return new Tools(
                architecture,
                tool(machine, "sh", "dash"),
                tool(machine, "timeout", "coreutils"),
                tool(machine, "prlimit", "util-linux"),
                bubblewrap,
                machine.root() ? Optional.of(tool(machine, "setpriv", "util-linux")) : Optional.empty());
    }

    private static Path tool(Machine machine, String program, String debianPackage) {
        return machine.find(program)
                .orElseThrow(() -> new SandboxUnavailable("untrusted programs need " + program
                        + " to be contained, which is in none of " + machine.programs()
                        + ": apt-get install " + debianPackage));
    }

    private static boolean atLeast(String version, int major, int minor) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            return false;
        }
        int itsMajor = Integer.parseInt(numbers.group(1));
        return itsMajor > major || (itsMajor == major && Integer.parseInt(numbers.group(2)) >= minor);
    }

    private static String firstLine(Path program, String argument) {
        try {
            Process process = new ProcessBuilder(List.of(program.toString(), argument))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            try {
                byte[] said = process.getInputStream().readNBytes(1_000);
                process.waitFor(1, TimeUnit.SECONDS);
                return new String(said, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            return String.valueOf(failure.getMessage());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
