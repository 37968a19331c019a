package zeroone.training.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    @TempDir
    private Path runs;

    @ParameterizedTest
    @ValueSource(strings = {"a", "2026-01-31_countdown", "run.1", "X..Y"})
    void a_run_lies_in_the_directory_of_runs_under_its_name(String name) {
        RunDirectory run = RunDirectory.of(runs, name).create().create();
        assertThat(run.path()).isDirectory().isEqualTo(runs.resolve(name));
        for (Path inside : new Path[] {run.recipe(), run.metrics(), run.attempts(), run.checkpoints(), run.model()}) {
            assertThat(inside.getParent()).isEqualTo(run.path());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "../x", "a/b", "a\\b", "/etc", ".hidden", "-rf", "a b", "a\n", "a\0b", "ä", "~", "a:b"
            })
    void no_name_leads_elsewhere(String name) {
        assertThatThrownBy(() -> RunDirectory.of(runs, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a run's name is letters, digits");
    }

    @Test
    void names_end_at_a_hundred_characters() {
        assertThat(RunDirectory.of(runs, "a".repeat(100)).path().getParent()).isEqualTo(runs);
        assertThatThrownBy(() -> RunDirectory.of(runs, "a".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_in_the_way_is_named() throws IOException {
        Path file = Files.writeString(runs.resolve("taken"), "");
        assertThatThrownBy(() -> RunDirectory.of(runs, "taken").create())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
