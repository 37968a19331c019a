package zeroone.tasks.sudoku;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;

class SudokuVerifierTest {
    private static final Problem PROBLEM = problem("1 2 _ _ / 3 _ _ 2 / _ 1 _ 3 / _ _ 2 1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1",
                " 1 2 3 4/3 4 1 2/2 1 4 3/4 3 2 1\n",
                "1 2 3 4\n3 4 1 2\n2 1 4 3\n4 3 2 1",
                "1 2 3 4\r\n3 4 1 2\r\n2 1 4 3\r\n4 3 2 1",
                "1  2  3  4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1",
                "a1 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1",
                " a1 b2 c3 d4/e3 f4 g1 h2\ni2 j1 k4 l3\r\nm4 n3 o2 p1\n",
            })
    void accepts_the_filled_grid(String answer) {
        assertThat(verify(answer)).isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 1 3 4 / 3 4 1 2 / 1 2 4 3 / 4 3 2 1 | changes the given 1 in row 1, column 1",
                "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 _ | leaves row 4, column 4 blank",
                "1 2 3 3 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1 | has 3 twice in row 1",
                "1 2 3 4 / 3 4 1 2 / 4 1 2 3 / 4 3 2 1 | has 4 twice in column 1",
                "1 2 3 4 / 3 4 1 2 / 2 1 4 3 | has 3 rows, not 4",
                "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1 / | has 5 rows, not 4",
                "1 2 3 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1 | has 3 cells in row 1, not 4",
                "a1 b2 d3 c4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1 | has \"d3\" in row 1, column 3 where the name c and a digit should be",
                "a1 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 o1 | has \"o1\" in row 4, column 4 where the name p and a digit should be",
                "a1 b2 c3 4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1 | has \"4\" in row 1, column 4 where the name d and a digit should be",
                "a1 b2 c3 d4 / 3 4 1 2 / i2 j1 k4 l3 / m4 n3 o2 p1 | has \"3\" in row 2, column 1 where the name e and a digit should be",
                "a1 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p_ | leaves row 4, column 4 blank",
                "1 2 3 5 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1 | has \"5\" in row 1, column 4 where a digit from 1 to 4 should be",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(verify(answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void a_box_with_a_digit_twice_is_wrong_even_if_rows_and_columns_are_right() {
        Problem empty = problem("_ _ _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _");
        assertThat(new SudokuVerifier(SudokuShape.FOUR).verify(empty, "1 2 3 4 / 2 1 4 3 / 3 4 1 2 / 4 3 2 1"))
                .isEqualTo(Verdict.incorrect("has 2 twice in box 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234 / 3412 / 2143 / 4321",
                "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1.",
                "The grid is 1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1",
                "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1 or 4 3 2 1",
                "１ 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1",
                "1 2 3 0 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1",
                "1,2,3,4 / 3,4,1,2 / 2,1,4,3 / 4,3,2,1",
                "a 1 b 2 c 3 d 4 / e 3 f 4 g 1 h 2 / i 2 j 1 k 4 l 3 / m 4 n 3 o 2 p 1",
                "a1b2c3d4 / e3f4g1h2 / i2j1k4l3 / m4n3o2p1",
                "a11 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1",
                "a b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1",
                "A1 B2 C3 D4 / E3 F4 G1 H2 / I2 J1 K4 L3 / M4 N3 O2 P1",
                "A 1 B 2 C 3 D 4 / E 3 F 4 G 1 H 2 / I 2 J 1 K 4 L 3 / M 4 N 3 O 2 P 1",
                "a1 b2 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1.",
                "1a 2b 3c 4d / 3e 4f 1g 2h / 2i 1j 4k 3l / 4m 3n 2o 1p",
                "b2 a1 c3 d4 / e3 f4 g1 h2 / i2 j1 k4 l3 / m4 n3 o2 p1",
                "1 2 3 4 / e3 f4 g1 h2 / 2 1 4 3 / 4 3 2 1",
                "1 2 a3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1",
                "///",
                "_",
                "😀"
            })
    void nothing_outside_the_grammar_counts(String answer) {
        assertThat(verify(answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void silence_is_no_answer_and_a_flood_is_refused() {
        assertThat(verify(" \n")).isEqualTo(Verdict.NO_ANSWER);
        assertThat(verify("1 ".repeat(500_000))).isInstanceOf(Verdict.Incorrect.class);
        assertThat(verify("/".repeat(999))).isInstanceOf(Verdict.Incorrect.class);
    }

    static Problem problem(String grid) {
        return new Problem(
                "sudoku-4",
                grid,
                "Sudoku: " + grid + ".",
                JsonNodeFactory.instance.objectNode().put("grid", grid));
    }

    private static Verdict verify(String answer) {
        return new SudokuVerifier(SudokuShape.FOUR).verify(PROBLEM, answer);
    }
}
