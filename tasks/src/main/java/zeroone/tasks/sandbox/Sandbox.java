package zeroone.tasks.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs untrusted programs: in namespaces of their own, as nobody, with no network, a read-only system, a filter for system
 * calls and limits. There is no fall-back: where the machine cannot do this, {@link #open} throws.
 *
 * <p>A run is gone when {@link #run} returns: the kernel kills a process namespace with its first process, and nothing
 * that the program wrote is on a disk. Results leave through standard output only, as bytes.
 *
 * <p>What is <em>not</em> contained:
 *
 * <ul>
 *   <li>Flaws of the kernel: the program shares it. The filter refuses calls that are known for them; it is no
 *       virtual machine. Nor are processors' side channels.
 *   <li>Reading: all of {@code /usr} of this machine can be read, with {@code /etc/alternatives} and {@code
 *       /etc/ld.so.cache}; keep secrets elsewhere. With {@link Command#withProc} the machine's hardware, kernel, load and
 *       the names of its disks, too. Without it, system calls still tell the kernel's version, the load and the memory.
 *   <li>Memory between two looks, 10 ms apart, where there is no version 2 control group: each process may grow to its
 *       {@link Limits#addressSpace}, so that all together reach {@code processes * addressSpace} for that long. A control
 *       group bounds the sum exactly.
 *   <li>Memory of the kernel that the program causes, without a control group: files without content in {@code /work}
 *       (about 1 KiB each, as many as it can make in its time; none if {@code workBytes} is 0), page tables, pipes.
 *   <li>Processor time of a process that dies unwaited-for between two looks; the wall time bounds it.
 *   <li>Slowing down others: memory bandwidth, caches and processors are shared. Time is limited, speed is not.
 *   <li>Should this JVM be killed, its runs go on to their wall time and three seconds, and leave a directory with three
 *       small files in the temporary directory.
 *   <li>Other programs of the outer user 65534, if this process is root and such exist, share that user's limits
 *       (e.g. on memory of pipes), not its files or signals.
 * </ul>
 *
 * <p>Immutable and safe for use by many threads; each run costs about 20 ms beyond the program's own time.
 */
public final class Sandbox {
    private static final Duration TRIAL = Duration.ofMinutes(1);

    private final Tools tools;
    private final Optional<Path> groups;
    private final Path temporary;

    private Sandbox(Tools tools, Optional<Path> groups, Path temporary) {
        this.tools = tools;
        this.groups = groups;
        this.temporary = temporary;
    }

    /**
     * The sandbox of this machine, tried out.
     *
     * @throws SandboxUnavailable if this machine cannot contain a program; the message says why and what to do
     */
    public static Sandbox open() throws InterruptedException {
        return open(Machine.here());
    }

    static Sandbox open(Machine machine) throws InterruptedException {
        Tools tools = Tools.on(machine);
        Optional<Path> groups = ControlGroups.parent(machine.controlGroups(), ownGroups());
        if (groups.isPresent()) {
            Sandbox grouped = new Sandbox(tools, groups, machine.temporary());
            if (grouped.trial().isEmpty()) {
                return grouped;
            }
        }
        Sandbox sandbox = new Sandbox(tools, Optional.empty(), machine.temporary());
        Optional<String> problem = sandbox.trial();
        if (problem.isPresent()) {
            throw new SandboxUnavailable("this machine cannot contain an untrusted program: " + problem.get());
        }
        return sandbox;
    }

    /** Whether the kernel limits memory and processes of a run as a whole, by a control group. */
    public boolean countsWholeRuns() {
        return groups.isPresent();
    }

    /**
     * Runs a program to its end or to one of its limits.
     *
     * @throws SandboxFailure if the sandbox itself fails, e.g. because a file to be shown does not exist or user 65534 may
     *     not read it
     * @throws InterruptedException if this thread is interrupted; the program is dead by then
     */
    public SandboxResult run(Command command, Limits limits) throws InterruptedException {
        Path report = null;
        try {
            report = Files.createTempDirectory(temporary, "zeroone-run-");
            Files.write(report.resolve("filter"), SeccompFilter.bytes(tools.architecture()));
            Optional<ControlGroup> group = groups.isPresent()
                    ? Optional.of(ControlGroup.create(groups.get(), String.valueOf(report.getFileName()), limits))
                    : Optional.empty();
            try {
                Launch launch = new Launch(tools, report, group, command, limits);
                return Run.start(launch).result();
            } finally {
                if (group.isPresent()) {
                    group.get().remove();
                }
            }
        } catch (IOException failure) {
            throw new SandboxFailure("the sandbox could not start or end a run: " + failure, failure);
        } finally {
            if (report != null) {
                delete(report);
            }
        }
    }

    /**
     * A directory whose files can be shown to programs: this process may write it, nobody else can find it.
     *
     * @throws IOException if it cannot be made
     */
    public Path directoryToShow() throws IOException {
        Path directory = Files.createTempDirectory(temporary, "zeroone-shown-");
        // User 65534 must pass through, and cannot list; the name is random.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        return directory;
    }

    /** Removes a directory with the files in it. */
    public static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException failure) {
            throw new SandboxFailure("cannot remove " + directory, failure);
        }
    }

    /** Why a small program is not contained as it should be; empty if it is. */
    private Optional<String> trial() throws InterruptedException {
        Command command = Command.of(
                        "/bin/sh",
                        "-c",
                        "while read -r line; do echo \"$line\"; done </proc/self/status;"
                                + " if [ -e /etc/passwd ]; then echo system; fi; (:) && echo forked")
                .withProc();
        SandboxResult result;
        try {
            result = run(command, Limits.DEFAULT.withWallTime(TRIAL));
        } catch (SandboxFailure failure) {
            return Optional.of(failure.getMessage()
                    + "; check that user namespaces are allowed (sysctl user.max_user_namespaces,"
                    + " kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns; in a container:"
                    + " its seccomp and AppArmor profiles)");
        }
        String said = result.stdout().text().replaceAll("[ \t]+", " ");
        if (!said.contains("Seccomp: 2\n") || !said.contains("NoNewPrivs: 1\n")) {
            return Optional.of("its kernel did not take the filter of system calls");
        }
        String user = "" + Launch.NOBODY;
        if (!said.contains("Uid: " + user + " " + user) || !said.contains("CapEff: 0000000000000000\n")) {
            return Optional.of("a program in it would keep privileges");
        }
        if (said.contains("system\n")) {
            return Optional.of("a program in it would see the system's files");
        }
        return said.contains("forked\n")
                ? Optional.of("its kernel did not limit the number of processes")
                : Optional.empty();
    }

    private static String ownGroups() {
        try {
            return Files.readString(Path.of("/proc/self/cgroup"));
        } catch (IOException none) {
            return "";
        }
    }
}
