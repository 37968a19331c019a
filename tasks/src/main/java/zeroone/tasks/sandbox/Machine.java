package zeroone.tasks.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a sandbox needs to know of the machine it is on.
 *
 * @param system name of the operating system, as Java says it
 * @param kernel version of the kernel, e.g. "6.1.0-13-amd64"
 * @param processor name of the processor's architecture, as Java says it
 * @param root whether this process has user id 0
 * @param programs directories in which the sandbox's own tools are looked for; never the user's PATH
 * @param controlGroups where version 2 control groups are mounted, if they are
 * @param temporary where runs keep their small files
 */
record Machine(
        String system,
        String kernel,
        String processor,
        boolean root,
        List<Path> programs,
        Path controlGroups,
        Path temporary) {
    Machine {
        programs = List.copyOf(programs);
    }

    /** The machine that this process runs on. */
    static Machine here() {
        return new Machine(
                System.getProperty("os.name", ""),
                System.getProperty("os.version", ""),
                System.getProperty("os.arch", ""),
                isRoot(),
                List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/bin")),
                Path.of("/sys/fs/cgroup"),
                Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return false;
        }
    }

    Optional<Path> find(String program) {
        return programs.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
