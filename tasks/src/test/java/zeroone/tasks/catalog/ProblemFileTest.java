package zeroone.tasks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;
import zeroone.tasks.table.TableFile;

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
                "{\"question\":\"Q\",\"answer\":\"A\",\"hint\":\"H\"} | has no field \"hint\"",
                "{\"question\":\"Q\",\"answer\":\"A\",\"verifier\":\"vibes\"} | must be one of exact, number",
                "{\"question\":\"Q\",\"answer\":\"C\",\"options\":[\"x\",\"y\"]} | the right answer must be one of the 2 options",
                "{\"question\":\"Q\",\"answer\":\"x\",\"options\":[\"x\",\"y\"],\"hint\":1} | has no field \"hint\"",
                "{\"question\":\"Q\",\"pattern\":\"(\",\"verifier\":\"regex\"} | must be a regular expression",
                "{\"task\":\"countdown-3\",\"data\":{\"numbers\":[3,7,4],\"target\":25},\"prompt\":\"Use 1.\"} | \"prompt\" must be left out or be that of the data",
                "{\"task\":\"countdown-3\",\"data\":7} | \"data\" must be an object",
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
        int most = 1 << 20;
        try (var out = Files.newOutputStream(path)) {
            out.write(new byte[most + 1]);
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

    @Test
    void what_is_exported_is_read_back_from_both_formats() throws IOException {
        Taskset tasks = Tasks.named("countdown-3").problems();
        List<Problem> problems = IntStream.range(0, 50)
                .mapToObj(i -> tasks.problem(Split.TEST, 3, i))
                .toList();
        for (TableFile.Format format : TableFile.Format.values()) {
            Path file = directory.resolve("exported." + format.name().toLowerCase(Locale.ROOT));
            TableFile.write(
                    file, format, problems.stream().map(ExportedProblem::row).iterator());
            assertThat(ProblemFile.read(file).entries())
                    .extracting(ProblemFile.Entry::problem)
                    .isEqualTo(problems);
        }
    }

    @Test
    void benchmarks_of_multiple_choice_are_read_as_they_are_with_their_options_shuffled() throws IOException {
        Path gpqa = directory.resolve("gpqa.csv");
        StringBuilder rows = new StringBuilder(
                "Record ID,Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,Incorrect Answer 3,Explanation\n");
        for (int i = 0; i < 200; i++) {
            rows.append("x,\"What is \"\"%d\"\"\ntimes 1, say?\",%d,%d,%d,%d,\n".formatted(i, i, i + 1, i + 2, i + 3));
        }
        Files.writeString(gpqa, rows);
        List<ProblemFile.Entry> entries = ProblemFile.read(gpqa).entries();
        assertThat(entries).hasSize(200);
        assertThat(entries.get(7).problem().prompt()).startsWith("What is \"7\"\ntimes 1, say?\nA) ");
        Map<String, Long> letters = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.problem().data().path("answer").asString(), Collectors.counting()));
        assertThat(letters).containsOnlyKeys("A", "B", "C", "D");
        assertThat(letters.values()).allMatch(count -> count > 25);
        for (int i = 0; i < 200; i++) {
            Problem problem = entries.get(i).problem();
            int place = problem.data().path("answer").asString().charAt(0) - 'A';
            assertThat(problem.data().path("options").get(place).asString()).isEqualTo("" + i);
        }
        assertThat(ProblemFile.read(gpqa).entries())
                .extracting(ProblemFile.Entry::problem)
                .isEqualTo(entries.stream().map(ProblemFile.Entry::problem).toList());
    }

    @Test
    void the_layouts_of_mmlu_and_arc_are_known_and_options_about_others_stay_in_place() throws IOException {
        ProblemFile file = ProblemFile.read(write("""
                {"question":"Which is a noble gas?","subject":"chemistry","choices":["iron","neon","oxygen","zinc"],"answer":1}
                {"id":"x","question":"Which is a noble gas?","choices":{"text":["iron","neon"],"label":["1","2"]},"answerKey":"2"}
                {"question":"Which is a noble gas?","options":["neon","argon","all of the above"],"answer":"C"}"""));
        assertThat(file.entries()).allSatisfy(entry -> {
            JsonNode data = entry.problem().data();
            String right = data.path("options")
                    .get(data.path("answer").asString().charAt(0) - 'A')
                    .asString();
            assertThat(right).isIn("neon", "all of the above");
        });
        assertThat(file.entries().get(2).problem().prompt()).contains("A) neon\nB) argon\nC) all of the above\n");
        Path mmlu = Files.writeString(directory.resolve("mmlu.csv"), "Which is a noble gas?,iron,neon,oxygen,zinc,B\n");
        assertThat(ProblemFile.read(mmlu).entries().getFirst().problem().prompt())
                .isEqualTo(file.entries().getFirst().problem().prompt());
    }

    @Test
    void a_parquet_file_that_is_none_is_said_to_be_none() throws IOException {
        Path file = directory.resolve("problems.parquet");
        Files.writeString(file, "hello, this is no Parquet file at all");
        assertThatThrownBy(() -> ProblemFile.read(file)).isInstanceOf(IOException.class);
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> ProblemFile.read(file)).isInstanceOf(IOException.class);
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
