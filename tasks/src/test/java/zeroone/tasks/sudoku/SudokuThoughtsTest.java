package zeroone.tasks.sudoku;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;

/** The solution of the puzzle is 1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1. */
class SudokuThoughtsTest {
    private static final Problem PROBLEM = SudokuVerifierTest.problem("1 2 3 4 / 3 _ _ 2 / 2 _ _ 3 / 4 _ 2 1");

    @Test
    void counts_true_lines_and_the_final_check() {
        assertThat(read(
                        " Go in order: f sees 1 2 3 so f 4. g sees 2 3 4 so g 1. j sees 2 3 4 so j 1. k sees 1 2 3 so k 4."
                                + " n sees 1 2 4 so n 3. done."))
                .isEqualTo(new ThoughtBehaviour(5, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void a_line_is_false_if_the_cell_sees_something_else_or_the_conclusion_does_not_follow() {
        assertThat(read("f sees 1 2 so f 4.").falseSteps()).isEqualTo(1);
        assertThat(read("f sees 1 2 3 so f 3.").falseSteps()).isEqualTo(1);
        assertThat(read("j sees 2 3 so 1 or 4, say j 3.").falseSteps()).isEqualTo(1);
        assertThat(read("a sees 2 3 4 so a 1.").falseSteps()).isEqualTo(1);
        assertThat(read("q sees 2 3 4 so q 1.").falseSteps()).isEqualTo(1);
        assertThat(read("f sees 1 2 3 so f 4. f sees 1 2 3 so f 4.").falseSteps())
                .isEqualTo(1);
        assertThat(read("f sees 1 2 3 stuck.").falseSteps()).isEqualTo(1);
        assertThat(read("f sees 1 2 3 so 4 or 5, skip.").falseSteps()).isEqualTo(1);
        assertThat(read("f sees 1 2 3 so 4, skip. j sees 3 so 1 or 4, say j 1.").falseSteps())
                .isEqualTo(1);
    }

    @Test
    void a_digit_goes_where_its_name_says_and_is_false_in_a_cell_other_than_the_one_looked_at() {
        assertThat(read("f sees 1 2 3 so g 4. f sees 1 2 3 4 stuck."))
                .isEqualTo(new ThoughtBehaviour(2, 1, 0, 0, 0, 0, 0, 1));
        assertThat(read("j sees 2 3 4 so 1, say k 1.").falseSteps()).isEqualTo(1);
        assertThat(read("f sees 1 2 3 so q 4. f sees 1 2 3 so f 4.").falseSteps())
                .isEqualTo(1);
    }

    @Test
    void cells_of_large_grids_go_by_row_and_column() {
        Problem problem = new Problem(
                "sudoku-9",
                "x",
                "x",
                JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                "grid",
                                "_ _ 3 4 5 6 7 8 9 / 4 5 6 7 8 9 1 2 3 / 7 8 9 1 2 3 4 5 6 / 2 3 1 5 6 4 8 9 7"
                                        + " / 5 6 4 8 9 7 2 3 1 / 8 9 7 2 3 1 5 6 4 / 3 1 2 6 4 5 9 7 8"
                                        + " / 6 4 5 9 7 8 3 1 2 / 9 7 8 3 1 2 6 4 5"));
        String thought = "A1 sees 2 3 4 5 6 7 8 9 so A1 1. A2 sees 1 3 4 5 6 7 8 9 so A2 2. done. a sees 1 so a 2.";
        assertThat(new SudokuThoughts(SudokuShape.NINE).read(problem, thought))
                .isEqualTo(new ThoughtBehaviour(2, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void saying_that_it_is_done_is_right_only_when_it_is() {
        assertThat(read("done.").acceptedWrong()).isEqualTo(1);
        assertThat(
                        read("f sees 1 2 3 so f 1. g sees 2 3 4 so g 4. j sees 2 so j 4. k sees 2 so k 1. n sees so n 3. done.")
                                .acceptedWrong())
                .isEqualTo(1);
    }

    @Test
    void being_stuck_is_right_only_when_something_filled_in_is_wrong() {
        assertThat(read("j sees 2 3 4 so j 1. k sees 1 2 3 4 stuck.").rejectedRight())
                .isEqualTo(1);
        assertThat(read("j sees 2 3 so j 4. f sees 1 2 3 4 stuck.").rejectedWrong())
                .isEqualTo(1);
    }

    @Test
    void taking_back_undoes_everything_since() {
        Problem problem = SudokuVerifierTest.problem("1 2 3 4 / 3 4 1 2 / _ _ _ _ / _ _ _ _");
        ThoughtBehaviour behaviour = read(
                problem,
                "i sees 1 3 so 2 or 4, say i 2. m sees 1 2 3 so m 4. j sees 2 4 so 1 or 3, skip. Wait, i 4."
                        + " m sees 1 3 4 so m 2.");
        assertThat(behaviour).isEqualTo(new ThoughtBehaviour(5, 0, 1, 0, 0, 0, 0, 0));
        assertThat(read(problem, "i sees 1 3 so 2 or 4, say i 2. Wait, j 4.").falseSteps())
                .isEqualTo(1);
        assertThat(read(problem, "i sees 1 3 so 2 or 4, say i 2. Wait, i 3.").falseSteps())
                .isEqualTo(1);
    }

    @Test
    void the_same_line_about_the_same_grid_is_a_revisit() {
        Problem problem = SudokuVerifierTest.problem("1 2 3 4 / 3 4 1 2 / _ _ _ _ / _ _ _ _");
        assertThat(read(problem, "i sees 1 3 so 2 or 4, skip. i sees 1 3 so 2 or 4, skip.")
                        .revisits())
                .isEqualTo(1);
        assertThat(read(
                                problem,
                                "i sees 1 3 so 2 or 4, skip. j sees 2 4 so 1 or 3, say j 1. i sees 1 3 so 2 or 4, skip.")
                        .revisits())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f sees 1 2 3 so",
                "f sees",
                "stuck.",
                "sees so.",
                "Z9 sees 1.",
                "f sees 1 2 3 so 4.",
                "F sees 1 2 3 so F 4.",
                "B2 sees 1 2 3 so B2 4.",
                "f sees 1 2 3 so 4 or 1, say 4.",
                "Wait, f say 4.",
                "\u0000",
                "😀",
                "f sees 1 2 3 so f 4"
            })
    void garbage_and_broken_lines_are_read_as_nothing(String garbage) {
        assertThat(read(garbage)).isEqualTo(ThoughtBehaviour.NONE);
    }

    @Test
    void long_garbage_is_read_in_passing() {
        assertThat(read("f sees 1 2 3 ".repeat(50_000))).isEqualTo(ThoughtBehaviour.NONE);
        assertThat(read("f sees 1 2 3 so f 4. Wait, f 4. ".repeat(5_000)).backtracks())
                .isEqualTo(5_000);
    }

    private static ThoughtBehaviour read(String thought) {
        return read(PROBLEM, thought);
    }

    private static ThoughtBehaviour read(Problem problem, String thought) {
        return new SudokuThoughts(SudokuShape.FOUR).read(problem, thought);
    }
}
