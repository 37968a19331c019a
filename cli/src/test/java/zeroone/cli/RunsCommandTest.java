package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    private final Shell shell = new Shell();

    @TempDir
    Path runs = Path.of("");

    @Test
    void runs_are_listed_the_latest_first_with_their_state_and_last_numbers() throws IOException {
        run("first", Duration.ofDays(3), "{\"step\":1}\n{\"step\":2,\"reward\":0.5,\"note\":\"x\"}\n", true);
        run("second", Duration.ofMinutes(5), "{\"step\":7,\"reward\":0.123456}\n", false);

        assertThat(shell.run("runs", "--dir", runs.toString())).isZero();

        assertThat(shell.out().lines())
                .containsExactly(
                        "run     state       changed       last",
                        "second  unfinished  5 min ago     step 7, reward 0.1235",
                        "first   finished    3 days ago    step 2, reward 0.5000");
    }

    @Test
    void a_line_that_a_killed_process_left_half_written_does_not_count() throws IOException {
        run("killed", Duration.ZERO, "{\"step\":1}\n{\"step\":2,\"rew", false);

        assertThat(shell.run("runs", "--dir", runs.toString())).isZero();

        assertThat(shell.out()).contains("step 1").doesNotContain("step 2");
    }

    @Test
    void directories_that_are_no_runs_are_left_out() throws IOException {
        Files.createDirectory(runs.resolve("notes"));

        assertThat(shell.run("runs", "--dir", runs.toString())).isZero();
        assertThat(shell.out()).startsWith("There are no runs in " + runs);

        assertThat(shell.run("runs", "--dir", runs.resolve("nowhere").toString()))
                .isZero();
        assertThat(shell.out()).startsWith("There are no runs in ");
    }

    @Test
    void one_run_is_shown_with_all_its_last_metrics_and_files() throws IOException {
        run("first", Duration.ofHours(2), "{\"step\":2,\"reward\":0.5}\n", true);

        assertThat(shell.run("runs", "first", "--dir", runs.toString())).isZero();

        assertThat(shell.out())
                .contains("finished, 1 rows of metrics, changed 2 h ago", "reward", "0.5000", "report.json");
    }

    @Test
    void a_run_that_is_not_there_is_a_failure() {
        assertThat(shell.run("runs", "nope", "--dir", runs.toString())).isEqualTo(1);
        assertThat(shell.err()).startsWith("zeroone: there is no run nope in " + runs);
    }

    private void run(String name, Duration age, String metrics, boolean finished) throws IOException {
        Path run = Files.createDirectory(runs.resolve(name));
        Files.writeString(run.resolve("metrics.jsonl"), metrics);
        if (finished) {
            Files.writeString(run.resolve("report.json"), "{}");
        }
        try (var files = Files.list(run)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Shell.NOW.minus(age)));
            }
        }
        Files.setLastModifiedTime(run, FileTime.from(Shell.NOW.minus(age)));
    }
}
