package zeroone.tasks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {
    private final Command command = Command.of("/usr/bin/true");

    @Test
    void a_program_is_named_by_its_path_inside() {
        assertRefused(() -> Command.of(), "absolute path");
        assertRefused(() -> Command.of("true"), "absolute path");
        assertRefused(() -> Command.of("/usr/bin/echo", "a\0b"), "zero");
    }

    @Test
    void files_are_shown_in_their_place_only() {
        Path file = Path.of("/tmp/x");
        assertThat(command.withFiles(Map.of("/in/x", file)).files()).containsEntry("/in/x", file);
        assertThat(command.withFiles(Map.of("/opt/jdk", Path.of("/opt/jdk"))).files())
                .hasSize(1);
        for (String place : new String[] {"/usr/x", "/in/../usr/x", "in/x", "/in/", "/", "/work/x"}) {
            assertRefused(() -> command.withFiles(Map.of(place, file)), place);
        }
        assertRefused(() -> command.withFiles(Map.of("/in/x", Path.of("x"))), "absolute");
    }

    @Test
    void names_of_environment_variables_are_names() {
        assertRefused(() -> command.withEnvironment(Map.of("", "x")), "environment");
        assertRefused(() -> command.withEnvironment(Map.of("A=B", "x")), "A=B");
    }

    @Test
    void impossible_limits_are_named() {
        assertRefused(() -> Limits.DEFAULT.withWallTime(Duration.ZERO), "wallTime");
        assertRefused(() -> Limits.DEFAULT.withCpuTime(Duration.ofHours(2)), "cpuTime");
        assertRefused(() -> Limits.DEFAULT.withMemory(1, 0), "memory");
        assertRefused(() -> Limits.DEFAULT.withMemory(1 << 20, -1), "addressSpace");
        assertRefused(() -> Limits.DEFAULT.withProcesses(0), "processes");
        assertRefused(() -> Limits.DEFAULT.withOutput(-1), "output");
        assertRefused(() -> Limits.DEFAULT.withWorkBytes(-1), "workBytes");
    }

    private static void assertRefused(Runnable making, String words) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
