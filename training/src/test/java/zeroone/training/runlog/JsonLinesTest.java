package zeroone.training.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    @TempDir
    private Path directory;

    private record Line(int step, double meanReward, String note) {}

    private Path file() {
        return directory.resolve("metrics.jsonl");
    }

    @Test
    void records_are_lines_with_snake_case_names_that_are_there_at_once() throws IOException {
        try (JsonLines lines = JsonLines.continuing(file(), _ -> true)) {
            lines.write(new Line(1, 0.5, "first\nline"));
            assertThat(Files.readAllLines(file()))
                    .containsExactly("{\"step\":1,\"mean_reward\":0.5,\"note\":\"first\\nline\"}");
            lines.writeLine("{\"step\":2}");
            assertThat(Files.readAllLines(file())).hasSize(2);
        }
    }

    @Test
    void what_was_written_after_the_checkpoint_is_dropped_and_the_rest_stays_as_it_was() throws IOException {
        Files.writeString(file(), "{\"step\": 1}\n{\"step\":2,  \"x\":1e0}\n{\"step\":3}\n{\"step\":4}\n");
        try (JsonLines lines =
                JsonLines.continuing(file(), line -> line.get("step").asInt() <= 2)) {
            lines.writeLine("{\"step\":3,\"again\":true}");
        }
        assertThat(file()).hasContent("{\"step\": 1}\n{\"step\":2,  \"x\":1e0}\n{\"step\":3,\"again\":true}\n");
        assertThat(directory.toFile().list()).containsExactly("metrics.jsonl");
    }

    @Test
    void a_last_line_that_was_cut_off_is_dropped_wherever_the_cut_is() throws IOException {
        byte[] last = "{\"step\":2,\"note\":\"naïve ✓ 😀\"}".getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < last.length; length++) {
            Files.write(file(), join("{\"step\":1}\n", Arrays.copyOf(last, length)));
            JsonLines.continuing(file(), line -> line.get("step").asInt() <= 2).close();
            assertThat(Files.readString(file())).as("cut after " + length).isEqualTo("{\"step\":1}\n");
        }
    }

    private static byte[] join(String start, byte[] end) {
        byte[] first = start.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + end.length);
        System.arraycopy(end, 0, all, first.length, end.length);
        return all;
    }

    @Test
    void a_complete_last_line_without_its_line_break_gets_one() throws IOException {
        Files.writeString(file(), "{\"step\":1}");
        try (JsonLines lines = JsonLines.continuing(file(), _ -> true)) {
            lines.writeLine("{\"step\":2}");
        }
        assertThat(Files.readAllLines(file())).containsExactly("{\"step\":1}", "{\"step\":2}");
    }

    @Test
    void a_machine_that_stopped_may_leave_zeros_at_the_end() throws IOException {
        Files.write(file(), join("{\"step\":1}\n", new byte[100]));
        JsonLines.continuing(file(), line -> line.get("step").asInt() <= 2).close();
        assertThat(Files.readString(file())).isEqualTo("{\"step\":1}\n");
    }

    @Test
    void a_file_that_cannot_be_opened_is_named() {
        Path nowhere = directory.resolve("missing/metrics.jsonl");
        assertThatThrownBy(() -> JsonLines.continuing(nowhere, _ -> true))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(nowhere.toString());
    }
}
