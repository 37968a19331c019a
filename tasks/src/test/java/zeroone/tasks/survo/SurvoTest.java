package zeroone.tasks.survo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;

class SurvoTest {
    private final Taskset nine = SurvoTasks.task(SurvoConfig.THREE).problems();
    private final Problem problem = nine.problem(data("1 _ _ / _ 5 _ / _ _ 9", "6, 15, 24", "12, 15, 18"));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Fill the blanks so that the grid holds every number from 1 to 9 once. The rows A to C must add up"
                                + " to 6, 15, 24, the columns 1 to 3 to 12, 15, 18: 1 _ _ / _ 5 _ / _ _ 9. Answer with all rows in"
                                + " that form.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 3 2 / 4 5 6 / 7 8 9 | gives B3 6 against 3",
                "1 2 3 / 4 5 6 / 8 7 9 | gives C1 8 against 1",
                "1 2 2 / 4 5 6 / 7 8 9 | gives A3 2 against A2",
                "2 1 3 / 4 5 6 / 7 8 9 | changes the given A1 1",
                "1 2 3 / 4 5 6 / 7 8 10 | has \"10\", which is none of 1, 2",
                "1 2 3 / 4 5 6 / 7 8 | has 2 cells in row 3, not 3",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        Verdict verdict = nine.verifier().verify(problem, answer);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Incorrect.class,
                        wrong -> assertThat(wrong.reason()).startsWith(reason));
    }

    @Test
    void accepts_the_filled_grid() {
        assertThat(nine.verifier().verify(problem, "1 2 3 / 4 5 6 / 7 8 9")).isEqualTo(Verdict.CORRECT);
        assertThat(nine.verifier().verify(problem, "1 2 3\n4 5 6\n7 8 9")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void reordered_rows_are_one_problem() {
        assertThat(nine.problem(data("_ _ 9 / 1 _ _ / _ 5 _", "24, 6, 15", "12, 15, 18"))
                        .id())
                .isEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 _ _ / _ 5 _ / _ _ 9 | 6, 15 | must be 3 sums",
                "1 _ _ / _ 5 _ / _ _ 9 | 6, 15, x | must be 3 sums",
                "1 _ _ / _ 5 _ / _ _ 9 | 6, 15, 100 | must be 3 sums",
                "1 _ _ / _ 5 _ / _ _ 9 | 15, 6, 24 | must have a solution",
                "1 _ _ / _ 1 _ / _ _ 9 | 6, 15, 24 | must have a solution",
                "0 _ _ / _ 5 _ / _ _ 9 | 6, 15, 24 | it has \"0\"",
                "01 _ _ / _ 5 _ / _ _ 9 | 6, 15, 24 | it has \"01\"",
                "1 _ _ / _ 5 _ / _ _ 9x | 6, 15, 24 | it has \"9x\"",
            })
    void grids_of_your_own_are_checked(String grid, String rows, String reason) {
        assertThatThrownBy(() -> nine.problem(data(grid, rows, "12, 15, 18")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new SurvoConfig("x", 5, 3, 1, 2)).hasMessageContaining("rows must be in [2, 4]");
        assertThatThrownBy(() -> new SurvoConfig("x", 3, 3, 1, 9)).hasMessageContaining("< 9 must hold: 1 to 9");
    }

    private static ObjectNode data(String grid, String rows, String columns) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("grid", grid)
                .put("rows", rows)
                .put("columns", columns);
    }
}
