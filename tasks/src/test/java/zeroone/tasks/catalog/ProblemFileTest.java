package zeroone.tasks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemFileTest {
    @TempDir
    private Path directory;

    @Test
    void reads_problems_of_tasks_and_questions_with_their_verifiers() throws IOException {
        ProblemFile file = ProblemFile.read(write("""
                {"task":"countdown-3","numbers":[3,7,4],"target":25}

                {"task":"sudoku-4","grid":"1 2 _ _ / 3 _ _ 2 / _ 1 _ 3 / _ _ 2 1"}
                {"question":"Which city?","answer":"Paris"}
                {"question":"How much?","answer":"0.5","verifier":"number"}"""));
        assertThat(file.badLines()).isEmpty();
        assertThat(file.entries())
                .extracting(entry -> entry.problem().prompt())
                .containsExactly(
                        "Use 3, 7 and 4 to make 25.",
                        "Sudoku: a1 b2 c_ d_ / e3 f_ g_ h2 / i_ j1 k_ l3 / m_ n_ o2 p1.",
                        "Which city?",
                        "How much?");
        assertCorrect(file, 0, "3*7+4");
        assertCorrect(file, 1, "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1");
        assertCorrect(file, 2, "Paris");
        assertCorrect(file, 3, "1/2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"task\":\"chess\"} | there is no task \"chess\"; use one of countdown-3",
                "{\"task\":\"countdown-3\",\"numbers\":[3,7],\"target\":25} | takes 3 numbers, not 2",
                "{\"task\":\"countdown-3\",\"numbers\":[3,7,4],\"target\":25,\"x\":1} | has no field \"x\"; it has numbers, target",
                "{\"task\":\"sudoku-4\",\"grid\":\"1 2\"} | \"grid\" has 1 rows, not 4",
                "{\"task\":3} | \"task\" must be a text, not 3",
                "{\"question\":\"Q\"} | \"answer\" must be a text, not null",
                "{\"question\":\"Q\",\"answer\":\"A\",\"hint\":\"H\"} | a question has no field \"hint\"",
                "{\"question\":\"Q\",\"answer\":\"A\",\"verifier\":\"vibes\"} | must be exact or number, not \"vibes\"",
                "{\"question\":\"Q\",\"answer\":\"A\",\"verifier\":\"number\"} | \"answer\" must be a number",
                "{\"question\":\"Q\",\"question\":\"Q\",\"answer\":\"A\"} | the line is not JSON",
                "{\"question\":\"Q\",\"answer\":\"A\"} {} | the line is not JSON",
                "{\"prompt\":\"Q\"} | must have a \"task\" or a \"question\"",
                "[1] | must be a JSON object",
                "hello | the line is not JSON",
            })
    void a_bad_line_is_reported_with_file_line_and_reason(String line, String reason) throws IOException {
        Path path = write("{\"question\":\"Which city?\",\"answer\":\"Paris\"}\n" + line + "\n");
        assertThatThrownBy(() -> ProblemFile.read(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(path + ":2: ")
                .hasMessageContaining(reason);
        ProblemFile file = ProblemFile.readSkippingBadLines(path);
        assertThat(file.entries()).hasSize(1);
        assertThat(file.badLines()).singleElement().satisfies(bad -> {
            assertThat(bad.number()).isEqualTo(2);
            assertThat(bad.toString()).startsWith(path + ":2: ").contains(reason);
        });
    }

    @Test
    void overlong_lines_and_broken_text_are_bad_lines_not_crashes() throws IOException {
        Path path = directory.resolve("problems.jsonl");
        byte[] good = "\n{\"question\":\"Q\",\"answer\":\"A\"}\n".getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(path)) {
            out.write(new byte[BoundedLines.MOST_BYTES + 1]);
            out.write(good);
            out.write(new byte[] {'{', (byte) 0xff, '}'});
            out.write(good);
        }
        ProblemFile file = ProblemFile.readSkippingBadLines(path);
        assertThat(file.entries()).hasSize(2);
        assertThat(file.badLines())
                .extracting(ProblemFile.BadLine::reason)
                .containsExactly(
                        "the line has 1048577 bytes; at most 1048576 are allowed", "the line is not valid UTF-8");
    }

    @Test
    void a_file_without_problems_is_an_error() throws IOException {
        Path empty = write("\n\n");
        assertThatThrownBy(() -> ProblemFile.read(empty)).hasMessage(empty + " holds no problem");
        Path bad = write("hello\n");
        assertThatThrownBy(() -> ProblemFile.readSkippingBadLines(bad))
                .hasMessageContaining("holds no problem; its first bad line is " + bad + ":1: ");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("problems.jsonl"), text);
    }

    private static void assertCorrect(ProblemFile file, int index, String answer) {
        ProblemFile.Entry entry = file.entries().get(index);
        assertThat(entry.verifier().verify(entry.problem(), answer).isCorrect()).isTrue();
        assertThat(entry.verifier().verify(entry.problem(), "nonsense").isCorrect())
                .isFalse();
    }
}
