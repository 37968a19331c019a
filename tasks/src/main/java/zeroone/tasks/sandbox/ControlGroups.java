package zeroone.tasks.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this process may make version 2 control groups that limit memory and processes: below its own group or beside it,
 * as a service manager or a container delegates them. Version 1 is not used, since its trees are not delegated.
 */
final class ControlGroups {
    private ControlGroups() {}

    /**
     * The parent of the groups to be made; empty where there is none.
     *
     * @param mount where version 2 groups are mounted
     * @param membership the text of {@code /proc/self/cgroup}
     */
    static Optional<Path> parent(Path mount, String membership) {
        return membership
                .lines()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> mount.resolve(line.substring("0::/".length())).normalize())
                .filter(own -> own.startsWith(mount))
                .flatMap(own -> own.equals(mount) ? Stream.of(own) : Stream.of(own, own.resolveSibling("")))
                .filter(ControlGroups::delegates)
                .findFirst();
    }

    private static boolean delegates(Path group) {
        try {
            List<String> controllers = List.of(Files.readString(group.resolve("cgroup.subtree_control"))
                    .strip()
                    .split(" ", -1));
            return controllers.containsAll(List.of("memory", "pids")) && Files.isWritable(group);
        } catch (IOException notVersion2) {
            return false;
        }
    }
}
