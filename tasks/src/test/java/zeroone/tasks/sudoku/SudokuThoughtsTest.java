package zeroone.tasks.sudoku;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Problem;
import zeroone.tasks.ThoughtBehaviour;

/** The solution of the puzzle is 1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1. */
class SudokuThoughtsTest {
    private static final Problem PROBLEM = SudokuVerifierTest.problem("1 2 3 4 / 3 _ _ 2 / 2 _ _ 3 / 4 _ 2 1");

    @Test
    void counts_true_lines_and_the_final_check() {
        assertThat(read(" Go in order: B2 sees 1 2 3 so 4. B3 sees 2 3 4 so 1. C2 sees 2 3 4 so 1. C3 sees 1 2 3 so 4."
                        + " D2 sees 1 2 4 so 3. done."))
                .isEqualTo(new ThoughtBehaviour(5, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void a_line_is_false_if_the_cell_sees_something_else_or_the_conclusion_does_not_follow() {
        assertThat(read("B2 sees 1 2 so 4.").falseSteps()).isEqualTo(1);
        assertThat(read("B2 sees 1 2 3 so 3.").falseSteps()).isEqualTo(1);
        assertThat(read("C2 sees 2 3 so 1 or 4, say 3.").falseSteps()).isEqualTo(1);
        assertThat(read("A1 sees 2 3 4 so 1.").falseSteps()).isEqualTo(1);
        assertThat(read("I9 sees 2 3 4 so 1.").falseSteps()).isEqualTo(1);
        assertThat(read("B2 sees 1 2 3 so 4. B2 sees 1 2 3 so 4.").falseSteps()).isEqualTo(1);
        assertThat(read("B2 sees 1 2 3 stuck.").falseSteps()).isEqualTo(1);
        assertThat(read("B2 sees 1 2 3 so 4 or 5.").falseSteps()).isEqualTo(1);
    }

    @Test
    void saying_that_it_is_done_is_right_only_when_it_is() {
        assertThat(read("done.").acceptedWrong()).isEqualTo(1);
        assertThat(read("B2 sees 1 2 3 so 1. B3 sees 2 3 4 so 4. C2 sees 2 so 4. C3 sees 2 so 1. D2 sees so 3. done.")
                        .acceptedWrong())
                .isEqualTo(1);
    }

    @Test
    void being_stuck_is_right_only_when_something_filled_in_is_wrong() {
        assertThat(read("C2 sees 2 3 4 so 1. C3 sees 1 2 3 4 stuck.").rejectedRight())
                .isEqualTo(1);
        assertThat(read("C2 sees 2 3 so 4. B2 sees 1 2 3 4 stuck.").rejectedWrong())
                .isEqualTo(1);
    }

    @Test
    void taking_back_undoes_everything_since() {
        Problem problem = SudokuVerifierTest.problem("1 2 3 4 / 3 4 1 2 / _ _ _ _ / _ _ _ _");
        ThoughtBehaviour behaviour = read(
                problem,
                "C1 sees 1 3 so 2 or 4, say 2. D1 sees 1 2 3 so 4. C2 sees 2 4 so 1 or 3, skip. Wait, C1 say 4."
                        + " D1 sees 1 3 4 so 2.");
        assertThat(behaviour).isEqualTo(new ThoughtBehaviour(5, 0, 1, 0, 0, 0, 0, 0));
        assertThat(read(problem, "C1 sees 1 3 so 2 or 4, say 2. Wait, C2 say 4.")
                        .falseSteps())
                .isEqualTo(1);
        assertThat(read(problem, "C1 sees 1 3 so 2 or 4, say 2. Wait, C1 say 3.")
                        .falseSteps())
                .isEqualTo(1);
    }

    @Test
    void the_same_line_about_the_same_grid_is_a_revisit() {
        Problem problem = SudokuVerifierTest.problem("1 2 3 4 / 3 4 1 2 / _ _ _ _ / _ _ _ _");
        assertThat(read(problem, "C1 sees 1 3 so 2 or 4, skip. C1 sees 1 3 so 2 or 4, skip.")
                        .revisits())
                .isEqualTo(1);
        assertThat(read(
                                problem,
                                "C1 sees 1 3 so 2 or 4, skip. C2 sees 2 4 so 1 or 3, say 1. C1 sees 1 3 so 2 or 4, skip.")
                        .revisits())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "B2 sees 1 2 3 so",
                "B2 sees",
                "stuck.",
                "sees so.",
                "Z9 sees 1.",
                "\u0000",
                "😀",
                "B2 sees 1 2 3 so 4"
            })
    void garbage_and_broken_lines_are_read_as_nothing(String garbage) {
        assertThat(read(garbage)).isEqualTo(ThoughtBehaviour.NONE);
    }

    @Test
    void long_garbage_is_read_in_passing() {
        assertThat(read("B2 sees 1 2 3 ".repeat(50_000))).isEqualTo(ThoughtBehaviour.NONE);
        assertThat(read("B2 sees 1 2 3 so 4. Wait, B2 say 4. ".repeat(5_000)).backtracks())
                .isEqualTo(5_000);
    }

    private static ThoughtBehaviour read(String thought) {
        return read(PROBLEM, thought);
    }

    private static ThoughtBehaviour read(Problem problem, String thought) {
        return new SudokuThoughts(SudokuShape.FOUR).read(problem, thought);
    }
}
