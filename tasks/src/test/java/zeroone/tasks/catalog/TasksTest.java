package zeroone.tasks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TasksTest {
    @Test
    void every_task_is_found_by_its_name() {
        assertThat(Tasks.names())
                .containsExactly(
                        "countdown-3",
                        "countdown-4",
                        "countdown-10-100",
                        "sudoku-4",
                        "sudoku-6",
                        "sudoku-9",
                        "which-sum");
        for (String name : Tasks.names()) {
            assertThat(Tasks.named(name).name()).isEqualTo(name);
        }
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> Tasks.named("countdown"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no task \"countdown\"; use one of countdown-3, countdown-4, countdown-10-100,"
                        + " sudoku-4, sudoku-6, sudoku-9, which-sum");
    }
}
