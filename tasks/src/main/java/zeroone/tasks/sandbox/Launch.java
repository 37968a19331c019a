package zeroone.tasks.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of one run, from the outside in: a shell that enters the control group and in the end reports the
 * processor time; {@code timeout}, which ends the run should this JVM die; {@code setpriv}, which gives root up; {@code
 * bwrap}; {@code prlimit}, whose limits apply inside; the program.
 */
record Launch(Tools tools, Path report, Optional<ControlGroup> group, Command command, Limits limits) {
    /** The program's user and group, inside and, where this process is root, outside: nobody. */
    static final int NOBODY = 65534;

    /** Nothing is inserted into this text: what varies comes as arguments. */
    private static final String SCRIPT = """
            group=$1 report=$2 seconds=$3 timeout=$4
            shift 4
            if [ -n "$group" ]; then echo 0 >"$group/cgroup.procs" || exit 1; fi
            "$timeout" -s KILL "$seconds" "$@" 8>"$report/status" 9<"$report/filter"
            code=$?
            times >"$report/times"
            exit $code
            """;

    /** The longest stack; with it the default of most systems. */
    private static final long STACK = 8L << 20;

    private static final int OPEN_FILES = 256;

    /** How long after its own time a run may live if nobody is there to end it. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Where the loader's and the compilers' choices, and the configuration of packaged Javas, lie. */
    private static final List<String> SETTINGS = List.of("/etc/ld.so.cache", "/etc/alternatives");

    List<String> arguments() {
        List<String> line = new ArrayList<>(List.of(tools.shell().toString(), "-c", SCRIPT, "sandbox"));
        line.add(group.map(g -> g.directory().toString()).orElse(""));
        line.add(report.toString());
        line.add(String.valueOf(limits.wallTime().plus(GRACE).toSeconds() + 1));
        line.add(tools.timeout().toString());
        tools.changeUser()
                .ifPresent(program -> line.addAll(List.of(
                        program.toString(),
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--inh-caps=-all")));
        line.addAll(List.of(tools.bubblewrap().toString(), "--unshare-all", "--unshare-user", "--disable-userns"));
        line.addAll(List.of("--uid", "" + NOBODY, "--gid", "" + NOBODY, "--hostname", "sandbox"));
        line.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"));
        line.addAll(List.of("--json-status-fd", "8", "--seccomp", "9"));
        command.environment().forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
        directories(line);
        line.add("--");
        line.addAll(List.of(
                tools.limits().toString(),
                "--as=" + limits.addressSpace(),
                "--cpu=" + (limits.cpuTime().toSeconds() + 1),
                // The sandbox's own first process counts.
                "--nproc=" + (limits.processes() + 1),
                "--fsize=" + limits.workBytes(),
                "--nofile=" + OPEN_FILES,
                "--stack=" + STACK,
                "--core=0",
                "--memlock=0",
                "--msgqueue=0",
                "--sigpending=1024"));
        line.addAll(command.arguments());
        return List.copyOf(line);
    }

    private void directories(List<String> line) {
        line.addAll(List.of("--ro-bind", "/usr", "/usr"));
        for (String name : List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32")) {
            Path directory = Path.of("/", name);
            if (Files.isSymbolicLink(directory)) {
                line.addAll(List.of("--symlink", linkTarget(directory), directory.toString()));
            } else if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                line.addAll(List.of("--ro-bind", directory.toString(), directory.toString()));
            }
        }
        for (String settings : SETTINGS) {
            line.addAll(List.of("--ro-bind-try", settings, settings));
        }
        for (Map.Entry<String, Path> file : command.files().entrySet()) {
            line.addAll(List.of("--ro-bind", file.getValue().toString(), file.getKey()));
        }
        if (command.proc()) {
            line.addAll(List.of("--proc", "/proc"));
        }
        line.addAll(List.of("--dev", "/dev", "--remount-ro", "/dev"));
        if (limits.workBytes() > 0) {
            line.addAll(List.of("--size", "" + limits.workBytes(), "--tmpfs", "/work", "--chdir", "/work"));
        } else {
            line.addAll(List.of("--dir", "/work", "--chdir", "/work"));
        }
        line.addAll(List.of("--remount-ro", "/"));
    }

    private static String linkTarget(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException failure) {
            throw new SandboxFailure("cannot read the link " + link, failure);
        }
    }
}
