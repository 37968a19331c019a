package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a program cannot be contained, none is run. */
class SandboxRefusalTest {
    private static final String LINUX = "6.1.0-13-amd64";

    @TempDir
    private Path directory;

    @Test
    void only_linux_can_contain_programs() {
        refuses(machine("Mac OS X", "25.0", "aarch64"), "Linux", "Mac OS X");
    }

    @Test
    void a_processor_whose_system_calls_are_unknown_is_refused() {
        refuses(machine("Linux", LINUX, "riscv64"), "riscv64", "amd64 or aarch64");
    }

    @Test
    void a_kernel_that_does_not_count_processes_by_sandbox_is_refused() {
        refuses(machine("Linux", "5.13.19", "amd64"), "Linux 5.14 or later", "5.13.19");
        refuses(machine("Linux", "rolling", "amd64"), "Linux 5.14 or later", "rolling");
    }

    @Test
    void a_missing_tool_is_named_with_its_package() throws IOException {
        refuses(machine("Linux", LINUX, "amd64"), "bwrap", "apt-get install bubblewrap");

        program("bwrap", "echo bubblewrap 0.8.0");
        refuses(machine("Linux", LINUX, "amd64"), "apt-get install");
    }

    @Test
    void an_old_bubblewrap_is_refused() throws IOException {
        program("bwrap", "echo bubblewrap 0.6.1");

        refuses(machine("Linux", LINUX, "amd64"), "bubblewrap 0.8 or later", "0.6.1");
    }

    @Test
    void a_machine_without_user_namespaces_is_refused_with_what_bubblewrap_says() throws IOException {
        tools("echo 'bwrap: No permissions to create new namespace' >&2; exit 1");

        refuses(machine("Linux", LINUX, "amd64"), "No permissions to create new namespace", "user.max_user_namespaces");
    }

    @Test
    void a_bubblewrap_that_contains_nothing_is_found_out() throws IOException {
        tools("echo '{ \"exit-code\": 0 }' >&8; while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"");

        refuses(machine("Linux", LINUX, "amd64"), "filter of system calls");
    }

    private void refuses(Machine machine, String... words) {
        assertThatThrownBy(() -> Sandbox.open(machine))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContainingAll(words);
        assertThat(directory.resolve("ran")).doesNotExist();
    }

    /** All tools, of which bwrap does as told after it has said its version. */
    private void tools(String bubblewrap) throws IOException {
        program("bwrap", "if [ \"$1\" = --version ]; then echo bubblewrap 0.8.0; exit; fi; " + bubblewrap);
        program("timeout", "shift 3; exec \"$@\"");
        program("prlimit", "while [ \"${1#--}\" != \"$1\" ]; do shift; done; exec \"$@\"");
        program("sh", "exec /bin/sh \"$@\"");
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Machine machine(String system, String kernel, String processor) {
        return new Machine(system, kernel, processor, false, List.of(directory), directory.resolve("none"), directory);
    }
}
