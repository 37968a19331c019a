package zeroone.tasks.nonogram;

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

class NonogramTest {
    private final Taskset four = NonogramTasks.task(NonogramConfig.FOUR).problems();
    private final Problem problem = four.problem(data("1 1, 4, 2, 0", "2, 1, 3, 2"));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Fill some cells of a grid with 4 rows and 4 columns. Each row and column has blocks of adjacent"
                                + " filled cells of these lengths in order, with at least one empty cell between blocks, 0 for none."
                                + " Rows A to D: 1 1, 4, 2, 0. Columns 1 to 4: 2, 1, 3, 2. Answer with all rows, # filled and ."
                                + " empty, in the form # . # / . . #.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# . # . / # # # # / . # # . / . . . . | gives C2 full against 2",
                "# # . . / # # # # / . . # # / . . . . | gives A2 full against A",
                "# . # . / # # # # / . . # # / . . . # | gives D4 full against D",
                "# . # . / # # # # / . . # # | has 3 rows, not 4",
                "# . # . / # # # # / . . # # / . . . | has 3 cells in row 4, not 4",
                "# . # . / # # # # / . . # # / . . . x | has \"x\", which is none of ., #",
                "#.#. / #### / ..## / .... | has 1 cells in row 1, not 4",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(four.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_the_filled_grid() {
        assertThat(four.verifier().verify(problem, "# . # . / # # # # / . . # # / . . . ."))
                .isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "5, 1 1", "7, 3", "11, 2 1", "13, 1 2"})
    void blocks_are_runs_of_filled_cells(int line, String blocks) {
        assertThat(Blocks.of(line)).isEqualTo(blocks);
    }

    @Test
    void mirrored_puzzles_are_one_problem() {
        assertThat(four.problem(data("2, 1, 3, 2", "1 1, 4, 2, 0")).id()).isEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1, 4, 2 | 4 lists of blocks, not 3",
                "1 1, 4, 2, 5 | not \"5\"",
                "1 1, 4, 2, 2 2 | not \"2 2\"",
                "1 1, 4, 2, -1 | not \"-1\"",
                "1 1, 4, 2, 1 | must have a solution",
            })
    void blocks_of_your_own_are_checked(String rows, String reason) {
        assertThatThrownBy(() -> four.problem(data(rows, "2, 1, 3, 2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new NonogramConfig("x", 7, .5)).hasMessageContaining("size must be in [3, 6]: 7");
        assertThatThrownBy(() -> new NonogramConfig("x", 5, .9)).hasMessageContaining("[0.3, 0.8]: 0.9");
    }

    private static ObjectNode data(String rows, String columns) {
        return JsonNodeFactory.instance.objectNode().put("rows", rows).put("columns", columns);
    }
}
