package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
