package zeroone.tasks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.ThoughtBehaviour;

class FileTaskTest {
    @TempDir
    private Path folder;

    private Task sums(int count) throws IOException {
        Path file = folder.resolve("sums.jsonl");
        Files.write(
                file,
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"question\":\"What is 1 + " + i + "?\",\"answer\":\"" + (1 + i)
                                + "\",\"verifier\":\"number\"}")
                        .toList());
        return FileTask.of(file, ProblemFile.read(file));
    }

    private static List<Problem> pass(Task task, Split split, long seed, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(i -> task.problems().problem(split, seed, i))
                .toList();
    }

    @Test
    void every_problem_is_in_one_split_and_comes_once_in_a_pass() throws IOException {
        Task task = sums(200);
        Set<String> seen = new HashSet<>();
        int all = 0;
        for (Split split : Split.values()) {
            Set<String> ids = new HashSet<>();
            pass(task, split, 1, 0, 1000).forEach(problem -> ids.add(problem.id()));
            assertThat(ids).allMatch(id -> Split.of(id) == split);
            int size = ids.size();
            for (long passes = 0; passes < 5; passes++) {
                assertThat(pass(task, split, 7, passes * size, size).stream().map(Problem::id))
                        .containsExactlyInAnyOrderElementsOf(ids);
            }
            all += size;
            seen.addAll(ids);
        }
        assertThat(seen).hasSize(200);
        assertThat(all).isEqualTo(200);
    }

    @Test
    void seeds_and_passes_have_orders_of_their_own_and_the_same_each_time() throws IOException {
        Task task = sums(200);
        List<Problem> first = pass(task, Split.TRAIN, 1, 0, 20);
        assertThat(pass(sums(200), Split.TRAIN, 1, 0, 20)).isEqualTo(first);
        assertThat(pass(task, Split.TRAIN, 2, 0, 20)).isNotEqualTo(first);
    }

    @Test
    void each_problem_is_judged_by_the_verifier_of_its_row() throws IOException {
        Path file = folder.resolve("mixed.jsonl");
        Files.writeString(file, """
                {"task":"countdown-3","numbers":[3,7,4],"target":25}
                """ + "{\"question\":\"Capital of Bhutan?\",\"answer\":\"Thimphu\"}\n");
        ProblemFile read = ProblemFile.read(file);
        Path many = folder.resolve("many.jsonl");
        Files.write(
                many,
                IntStream.range(0, 100)
                        .mapToObj(i -> i % 2 == 0
                                ? "{\"task\":\"countdown-3\",\"numbers\":[3,7," + (i + 4) + "],\"target\":"
                                        + (21 + i + 4) + "}"
                                : "{\"question\":\"Capital of country " + i + "?\",\"answer\":\"City " + i + "\"}")
                        .toList());
        Task task = FileTask.of(many, ProblemFile.read(many));
        for (Problem problem : pass(task, Split.TRAIN, 1, 0, 80)) {
            boolean countdown = problem.task().equals("countdown-3");
            String right = countdown
                    ? "3*7+" + problem.data().path("numbers").get(2).asInt()
                    : problem.prompt().replaceAll(".*country (\\d+).*", "City $1");
            assertThat(task.problems().verifier().verify(problem, right).isCorrect())
                    .as("%s: %s", problem.prompt(), right)
                    .isTrue();
            assertThat(task.problems().verifier().verify(problem, "nonsense").isCorrect())
                    .isFalse();
            String notes = "3+7=10 10+4=14 low.";
            assertThat(task.thoughts().read(problem, notes))
                    .isEqualTo(
                            countdown
                                    ? Tasks.named("countdown-3").thoughts().read(problem, notes)
                                    : ThoughtBehaviour.NONE);
        }
        Problem stranger = read.entries().getLast().problem();
        assertThatThrownBy(() -> task.problems().verifier().verify(stranger, "Thimphu"))
                .hasMessageContaining("does not come from this file");
    }

    @Test
    void a_file_that_is_too_small_to_be_split_says_so() {
        assertThatThrownBy(() -> sums(2))
                .hasMessageContaining("2 different problems")
                .hasMessageContaining("add problems");
    }

    @Test
    void a_file_is_told_from_a_task_by_its_name() {
        assertThat(FileTask.isFile("mine.JSONL")).isTrue();
        assertThat(FileTask.isFile("countdown-3")).isFalse();
    }
}
