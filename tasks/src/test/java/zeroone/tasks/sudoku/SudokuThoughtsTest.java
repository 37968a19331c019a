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

    private static final Problem OPEN = SudokuVerifierTest.problem("1 2 3 4 / 3 4 1 2 / _ _ _ _ / _ _ _ _");
    private static final String TOP = " Wait, a1 b2 c3 d4 / e3 f4 g1 h2 / ";

    @Test
    void counts_true_looks_and_the_final_check() {
        assertThat(read(" Go in order: a1 b2 c3 d4 / e3 f sees * so f4 g sees * so g1 h2 / i2"
                        + " j sees * so j1 k sees * so k4 l3 / m4 n sees * so n3 o2 p1."
                        + " Check: a1 b2 c3 d4 yes / e3 f4 g1 h2 yes / i2 j1 k4 l3 yes / m4 n3 o2 p1 yes. done."))
                .isEqualTo(new ThoughtBehaviour(5, 0, 0, 0, 5, 0, 0, 0));
    }

    @Test
    void a_look_is_false_if_the_cell_sees_something_else_or_the_conclusion_does_not_follow() {
        assertThat(read("f sees a1 b2 so f4").falseSteps()).isEqualTo(1);
        assertThat(read("f sees * a1 so f4").falseSteps()).isEqualTo(1);
        assertThat(read("f sees a1 b3 e3 g_ h2 j_ n_ so f4").falseSteps()).isEqualTo(1);
        assertThat(read("f sees * so f3").falseSteps()).isEqualTo(1);
        assertThat(read("f sees * so f_").falseSteps()).isEqualTo(1);
        assertThat(read("j sees * so j4").falseSteps()).isEqualTo(1);
        assertThat(read(OPEN, "i sees * so i_").falseSteps()).isZero();
        assertThat(read(OPEN, "i sees * so 2 or 4 say i4").falseSteps()).isZero();
        assertThat(read(OPEN, "i sees * so 2 or 4 say i3").falseSteps()).isEqualTo(1);
        assertThat(read(OPEN, "i sees * so 1 or 2 say i2").falseSteps()).isEqualTo(1);
        assertThat(read("a sees b2 c3 d4 e3 f_ i2 m4 so a1").falseSteps()).isEqualTo(1);
        assertThat(read("q sees a1 so q1").falseSteps()).isEqualTo(1);
        assertThat(read("f sees * so f4 f sees a1 so f4").falseSteps()).isEqualTo(1);
        assertThat(read("f sees * stuck.").falseSteps()).isEqualTo(1);
        assertThat(read("f sees * so 4 or 5 say f4").falseSteps()).isEqualTo(1);
    }

    @Test
    void a_digit_goes_where_its_name_says_and_is_false_in_a_cell_other_than_the_one_looked_at() {
        assertThat(read("f sees * so g4 f sees * stuck.")).isEqualTo(new ThoughtBehaviour(2, 1, 0, 0, 0, 0, 0, 1));
        assertThat(read("j sees * so 1 or 4 say k1").falseSteps()).isEqualTo(1);
        assertThat(read("f sees * so q4 f sees * so f4").falseSteps()).isEqualTo(1);
    }

    @Test
    void copying_is_no_step_unless_it_is_wrong_and_then_the_notes_go_on_from_the_copy() {
        assertThat(read("a1 b2 c3 d4 / e3 f_")).isEqualTo(ThoughtBehaviour.NONE);
        assertThat(read("a2 f_")).isEqualTo(new ThoughtBehaviour(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(read("f1 j sees * stuck.")).isEqualTo(new ThoughtBehaviour(2, 1, 0, 0, 0, 0, 0, 1));
        assertThat(read("f sees * so f4 f_ f sees * so f4").falseSteps()).isEqualTo(1);
        assertThat(read("q1").falseSteps()).isEqualTo(1);
        assertThat(read("f9 f sees * so f4").falseSteps()).isEqualTo(1);
    }

    @Test
    void a_verdict_about_a_row_is_right_if_the_row_is_the_solutions_or_is_not() {
        assertThat(read("d4 yes").acceptedRight()).isEqualTo(1);
        assertThat(read("d4 no").rejectedRight()).isEqualTo(1);
        assertThat(read("e3 f1 g4 h2 yes").acceptedWrong()).isEqualTo(1);
        assertThat(read("e3 f1 g1 h2 no").rejectedWrong()).isEqualTo(1);
        assertThat(read("c3 yes yes no").checks()).isZero();
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
        String thought = "A1 sees * so A1=1 A2 sees * so A2=2 A3=3 done. a sees a1 so a2";
        assertThat(read(SudokuShape.NINE, problem, thought)).isEqualTo(new ThoughtBehaviour(2, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void saying_that_it_is_done_is_right_only_when_it_is() {
        assertThat(read("done.").acceptedWrong()).isEqualTo(1);
        assertThat(read("f1 g4 j4 k1 n3 done.").acceptedWrong()).isEqualTo(1);
        assertThat(read("f4 g1 j1 k4 n3 done.").acceptedRight()).isEqualTo(1);
    }

    @Test
    void being_stuck_is_right_only_when_something_filled_in_is_wrong() {
        assertThat(read("j sees * so j1 k sees * stuck.").rejectedRight()).isEqualTo(1);
        assertThat(read("j sees * so 1 or 4 say j4 f sees * stuck.").rejectedWrong())
                .isEqualTo(1);
    }

    @Test
    void waiting_returns_to_the_grid_that_is_written_down() {
        ThoughtBehaviour behaviour = read(
                OPEN,
                "i sees * so 2 or 4 say i2 m sees * so m4 j sees * so j_" + TOP
                        + "i4 j_ k_ l_ / m_ n_ o_ p_. m sees * so m2");
        assertThat(behaviour).isEqualTo(new ThoughtBehaviour(5, 0, 1, 0, 0, 0, 0, 0));
        assertThat(read(OPEN, "i sees * so 2 or 4 say i2" + TOP + "i_ j_ k_ l_ / m_ n_ o_ p_."))
                .isEqualTo(new ThoughtBehaviour(2, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void waiting_is_false_if_the_grid_is_neither_the_puzzle_nor_another_supposition() {
        String supposed = "i sees * so 2 or 4 say i2";
        assertThat(read(OPEN, supposed + TOP + "i_ j4 k_ l_ / m_ n_ o_ p_.").falseSteps())
                .isEqualTo(1);
        assertThat(read(OPEN, supposed + TOP + "i3 j_ k_ l_ / m_ n_ o_ p_.").falseSteps())
                .isEqualTo(1);
        assertThat(read(OPEN, supposed + TOP + "i2 j_ k_ l_ / m_ n_ o_ p_.").falseSteps())
                .isEqualTo(1);
        assertThat(read(OPEN, supposed + TOP + "i4 k_")).isEqualTo(new ThoughtBehaviour(2, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void suppositions_within_suppositions_are_taken_back_one_by_one() {
        String back = TOP + "i2 j3 k_ l_ / m_ n_ o_ p_." + TOP + "i4 j_ k_ l_ / m_ n_ o_ p_.";
        assertThat(read(OPEN, "i sees * so 2 or 4 say i2 j sees * so 1 or 3 say j1" + back))
                .isEqualTo(new ThoughtBehaviour(4, 0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void the_same_look_at_the_same_grid_is_a_revisit() {
        assertThat(read(OPEN, "i sees * so i_ i sees * so i_").revisits()).isEqualTo(1);
        assertThat(read(OPEN, "i sees * so i_ j sees * so 1 or 3 say j1 i sees * so i_")
                        .revisits())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f sees a1 b2 so",
                "f sees",
                "stuck.",
                "sees so.",
                "Z9 sees A1 1.",
                "f sees 1 2 3 so f",
                "F sees A 1 so F 4.",
                "B2 sees A1 1 so B2 4.",
                "f say 4",
                "Wait, f say 4.",
                "Wait, a1 b2",
                "yes",
                "no.",
                "\u0000",
                "😀"
            })
    void garbage_and_broken_lines_are_read_as_nothing(String garbage) {
        assertThat(read(garbage)).isEqualTo(ThoughtBehaviour.NONE);
    }

    @Test
    void long_garbage_is_read_in_passing() {
        assertThat(read("f sees a1 b2 ".repeat(50_000))).isEqualTo(ThoughtBehaviour.NONE);
        assertThat(read("f sees" + " a1".repeat(200_000) + " so f4 f_").falseSteps())
                .isEqualTo(2);
        assertThat(read("f sees a1 so f4 Wait, f4 ".repeat(5_000)).backtracks()).isEqualTo(5_000);
    }

    private static ThoughtBehaviour read(String thought) {
        return read(PROBLEM, thought);
    }

    private static ThoughtBehaviour read(Problem problem, String thought) {
        return read(SudokuShape.FOUR, problem, thought);
    }

    /** Every * stands for what the cell named two words before really sees there. */
    private static ThoughtBehaviour read(SudokuShape shape, Problem problem, String thought) {
        StringBuilder text = new StringBuilder();
        String[] parts = thought.split(" \\*", -1);
        for (int i = 0; i < parts.length; i++) {
            text.append(parts[i]);
            if (i < parts.length - 1) {
                String[] words = parts[i].strip().split(" ");
                text.append(SudokuThoughts.replay(SudokuTaskset.puzzle(shape, problem), text.toString())
                        .grid()
                        .around(shape.cell(words[words.length - 2])));
            }
        }
        return new SudokuThoughts(shape).read(problem, text.toString());
    }
}
