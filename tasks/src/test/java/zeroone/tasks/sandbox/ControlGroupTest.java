package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a directory that looks like the kernel's, since few machines delegate a control group to a test. */
class ControlGroupTest {
    @TempDir
    private Path mount;

    private Path service;

    @BeforeEach
    void a_service_with_a_group_of_its_own() throws IOException {
        service = Files.createDirectories(mount.resolve("app.slice/judge.service"));
    }

    @Test
    void groups_are_made_below_the_own_group_or_beside_it_where_controllers_are_delegated() throws IOException {
        String membership = "0::/app.slice/judge.service\n";
        assertThat(ControlGroups.parent(mount, membership)).isEmpty();

        Files.writeString(service.resolveSibling("cgroup.subtree_control"), "cpu memory pids\n");
        assertThat(ControlGroups.parent(mount, membership)).contains(service.getParent());

        Files.writeString(service.resolve("cgroup.subtree_control"), "memory\n");
        assertThat(ControlGroups.parent(mount, membership)).contains(service.getParent());

        Files.writeString(service.resolve("cgroup.subtree_control"), "memory pids\n");
        assertThat(ControlGroups.parent(mount, membership)).contains(service);
    }

    @Test
    void version_1_and_groups_outside_the_mount_are_not_used() throws IOException {
        Files.writeString(service.resolve("cgroup.subtree_control"), "memory pids\n");

        assertThat(ControlGroups.parent(mount, "4:memory:/app.slice/judge.service\n8:pids:/\n"))
                .isEmpty();
        assertThat(ControlGroups.parent(service, "0::/../..\n")).isEmpty();
        assertThat(ControlGroups.parent(mount, "")).isEmpty();
    }

    /** As in many containers. A read-only archive stands for the mount, since permissions do not bind the root user. */
    @Test
    void a_tree_that_may_only_be_read_is_not_used() throws IOException {
        Path archive = mount.resolve("tree.zip");
        try (FileSystem writable = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.writeString(writable.getPath("/cgroup.subtree_control"), "memory pids\n");
            assertThat(ControlGroups.parent(writable.getPath("/"), "0::/\n")).isPresent();
        }
        try (FileSystem readOnly = FileSystems.newFileSystem(archive, Map.of("accessMode", "readOnly"))) {
            assertThat(ControlGroups.parent(readOnly.getPath("/"), "0::/\n")).isEmpty();
        }
    }

    @Test
    void where_nothing_is_mounted_or_only_version_1_with_an_empty_version_2_beside_it_there_is_no_parent()
            throws IOException {
        String hybrid = "4:memory:/app.slice\n0::/\n";
        assertThat(ControlGroups.parent(mount.resolve("none"), hybrid)).isEmpty();

        Files.createDirectories(mount.resolve("memory"));
        Files.createDirectories(mount.resolve("unified"));
        Files.writeString(mount.resolve("unified/cgroup.subtree_control"), "\n");
        assertThat(ControlGroups.parent(mount, hybrid)).isEmpty();
        assertThat(ControlGroups.parent(mount.resolve("unified"), hybrid)).isEmpty();
    }

    @Test
    void controllers_are_whole_words() throws IOException {
        Files.writeString(mount.resolve("cgroup.subtree_control"), "memory2 pidsx\n");
        assertThat(ControlGroups.parent(mount, "0::/\n")).isEmpty();

        Files.writeString(mount.resolve("cgroup.subtree_control"), "pids io memory\n");
        assertThat(ControlGroups.parent(mount, "0::/\n")).contains(mount);
    }

    @Test
    void a_name_that_is_taken_is_refused_and_left_alone() throws IOException {
        Path taken = Files.createDirectory(service.resolve("run-1"));
        Files.writeString(taken.resolve("memory.max"), "somebody else's");

        assertThatThrownBy(() -> ControlGroup.create(service, "run-1", Limits.DEFAULT))
                .isInstanceOf(IOException.class);

        assertThat(taken.resolve("memory.max")).hasContent("somebody else's");
    }

    /** What is killed by its group leaves it a little later; until then it cannot be removed. */
    @Test
    void whoever_is_left_is_killed_and_waited_for() throws Exception {
        Path directory = Files.createDirectory(service.resolve("run-3"));
        Path kill = Files.writeString(directory.resolve("cgroup.kill"), "");
        Thread kernel = Thread.ofVirtual().start(() -> {
            try {
                while (Files.size(kill) == 0) {
                    Thread.onSpinWait();
                }
                Files.move(kill, service.resolve("killed"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });

        new ControlGroup(directory).remove();

        kernel.join();
        assertThat(service.resolve("killed")).hasContent("1");
        assertThat(directory).doesNotExist();
    }

    @Test
    void limits_are_written_and_what_happened_is_read() throws IOException {
        ControlGroup group = ControlGroup.create(service, "run-1", Limits.DEFAULT.withProcesses(20));
        Path directory = group.directory();

        assertThat(directory.resolve("memory.max")).hasContent("268435456");
        assertThat(directory.resolve("pids.max")).hasContent("25");
        assertThat(group.ranOutOfMemory()).isFalse();
        assertThat(group.peakMemory()).isEmpty();

        Files.writeString(directory.resolve("memory.events"), "low 0\noom 1\noom_kill 0\n");
        assertThat(group.ranOutOfMemory()).isFalse();
        Files.writeString(directory.resolve("memory.events"), "low 0\noom 1\noom_kill 2\n");
        Files.writeString(directory.resolve("memory.peak"), "4096\n");
        assertThat(group.ranOutOfMemory()).isTrue();
        assertThat(group.peakMemory()).hasValue(4_096);
    }

    @Test
    void a_group_is_removed_with_whoever_is_in_it() throws IOException {
        Path directory = Files.createDirectory(service.resolve("run-2"));

        new ControlGroup(directory).remove();

        assertThat(directory).doesNotExist();
    }
}
