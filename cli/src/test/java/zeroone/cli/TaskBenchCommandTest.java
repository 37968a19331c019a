package zeroone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskBenchCommandTest {
    private final Shell shell = new Shell();

    @Test
    void every_task_that_is_meant_gets_a_row_of_what_one_core_does_in_a_second() {
        assertThat(shell.run("bench", "tasks", "long-division", "capitals", "--seconds", "0.01"))
                .isZero();
        List<String> rows = shell.out().lines().skip(2).toList();
        assertThat(rows)
                .hasSize(4)
                .allMatch(row ->
                        row.matches("\\| (long-division-\\w+|capitals) +(\\| +[0-9,]+ [ <] ){2}\\| +[0-9]+ % \\|"));
        // A right answer, one with a character changed, and one of another problem, in turns.
        assertThat(rows).allMatch(row -> row.endsWith("|  33 % |"));
    }

    @Test
    void a_task_that_does_not_exist_is_told() {
        assertThat(shell.run("bench", "tasks", "chess")).isNotZero();
        assertThat(shell.err()).contains("no task whose name begins with \"chess\"");
        assertThat(shell.run("bench", "tasks", "--seconds", "0")).isNotZero();
        assertThat(shell.err()).contains("--seconds must be");
    }
}
