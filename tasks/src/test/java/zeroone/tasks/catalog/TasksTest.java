package zeroone.tasks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TasksTest {
    @Test
    void every_task_is_found_by_its_name() {
        assertThat(Tasks.names())
                .startsWith("countdown-3", "countdown-4")
                .contains("sudoku-4", "sudoku-9", "which-sum")
                .doesNotHaveDuplicates();
        for (String name : Tasks.names()) {
            assertThat(Tasks.named(name).name()).isEqualTo(name);
        }
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> Tasks.named("countdown"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no task \"countdown\"; use one of countdown-3, countdown-4, ");
    }
}
