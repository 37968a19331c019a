package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.catalog.ProblemFile;
import zeroone.tasks.catalog.Tasks;

class TasksCommandTest {
    private final Shell shell = new Shell();

    @TempDir
    private Path directory;

    @Test
    void every_task_is_listed_with_its_domain() {
        assertThat(shell.run("tasks")).isZero();
        String out = shell.out();
        assertThat(out).contains(Tasks.names());
        assertThat(out.lines()).anyMatch(line -> line.matches("caesar +caesar-easy caesar-hard"));
        assertThat(out).contains(Tasks.names().size() + " tasks");
    }

    @Test
    void problems_are_shown_with_their_difficulty_and_a_worked_solution_if_wanted() {
        assertThat(shell.run(
                        "tasks", "show", "clock-hard", "-n", "2", "--split", "train", "--seed", "4", "--from", "7"))
                .isZero();
        String out = shell.out();
        assertThat(out).contains("#7 (minutes ", "#8 (minutes ").doesNotContain("#9", "Answer: ");
        assertThat(out).contains(problem("clock-hard", Split.TRAIN, 4, 7).prompt());
        assertThat(shell.run("tasks", "show", "clock-hard", "--solve")).isZero();
        assertThat(shell.out().lines().filter(line -> line.startsWith("Answer: ")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.jsonl", "x.parquet"})
    void what_is_exported_can_be_read_and_judged(String name) throws IOException {
        Path file = directory.resolve(name);
        assertThat(shell.run("tasks", "export", "capitals", "-n", "50", "--seed", "3", "-o", file.toString()))
                .isZero();
        assertThat(shell.out()).contains("50 problems of capitals (test, seed 3)");
        List<Problem> problems = LongStream.range(0, 50)
                .mapToObj(i -> problem("capitals", Split.TEST, 3, i))
                .toList();
        assertThat(ProblemFile.read(file).entries())
                .extracting(ProblemFile.Entry::problem)
                .isEqualTo(problems);

        assertThat(shell.run("verify", "--problems", file.toString(), "--problem", "7", "--show"))
                .isZero();
        assertThat(shell.out().strip()).isEqualTo(problems.get(7).prompt());
        assertThat(shell.run("verify", "--problems", file.toString(), "--problem", "50"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("holds problems 0 to 49, not 50");
    }

    @Test
    void an_answer_can_be_in_a_file() throws IOException {
        Path file = Files.writeString(
                directory.resolve("own.jsonl"), "{\"question\":\"2 + 2?\",\"answer\":\"4\",\"verifier\":\"number\"}\n");
        Path right = Files.writeString(directory.resolve("right"), "4.0\n");
        assertThat(shell.run("verify", "--problems", file.toString(), "--problem", "0", "--file", right.toString()))
                .isZero();
        assertThat(shell.out().strip()).isEqualTo("correct");
        assertThat(shell.runWithInput("5", "verify", "--problems", file.toString(), "--problem", "0"))
                .isEqualTo(1);
        assertThat(shell.out().strip()).isEqualTo("incorrect: is not 4");
    }

    @Test
    void what_cannot_be_is_said_in_one_line() {
        assertThat(shell.run("tasks", "show", "caesra")).isEqualTo(1);
        assertThat(shell.err())
                .startsWith("zeroone: there is no task caesra; there are caesar-easy, caesar-hard")
                .hasLineCount(1);
        assertThat(shell.run("tasks", "show", "clock-easy", "-n", "0")).isEqualTo(1);
        assertThat(shell.err()).startsWith("zeroone: problems are numbered from 0, and at least one is wanted");
        assertThat(shell.run("tasks", "export", "clock-easy")).isEqualTo(2);
        assertThat(shell.err()).contains("Missing required option: '--out=FILE'");
        assertThat(shell.run("verify", "countdown-3", "--problems", "x", "--problem", "0"))
                .isEqualTo(2);
    }

    private static Problem problem(String task, Split split, long seed, long index) {
        return Tasks.named(task).problems().problem(split, seed, index);
    }
}
