package zeroone.tasks.queens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;

class QueensTest {
    private final Taskset six = QueensTasks.task(QueensConfig.SIX).problems();
    private final Problem problem =
            six.problem(data(". . . . . . / Q . . . . . / . . . . . . / . . . . x . / . . . . . . / . . . . . ."));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Place 6 queens on the board, one in every column, none on a square marked x, so that no two share"
                                + " a row or a diagonal; queens marked Q stay. Columns a to f from left to right, rows 1 to 6 from"
                                + " top to bottom: . . . . . . / Q . . . . . / . . . . . . / . . . . x . / . . . . . . /"
                                + " . . . . . .. Answer with the 6 squares, such as a2 b4.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a2 b4 c6 d1 e3 | has 5 squares, not 6",
                "a2 b4 c6 d1 e3 a5 | has two queens in column a",
                "a3 b6 c2 d5 e1 f4 | changes the given a 2",
                "a2 b4 c6 d1 e4 f5 | gives e 4 against x",
                "a2 b4 c6 d1 e3 f6 | gives f 6 against c",
                "a2 b3 c6 d1 e5 f4 | gives b 3 against a",
                "a2 b4 c6 d1 e3 f7 | has \"7\", which is none of 1, 2, 3, 4, 5, 6",
                "a2 b4 c6 d1 e3 g5 | has \"g\", which is none of a, b, c, d, e, f",
                "a2 b4 c6 d1 e3 f5. | has \"5.\", which is none of 1, 2, 3, 4, 5, 6",
                "a2,b4,c6,d1,e3,f5 | has 1 squares, not 6",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(six.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_the_squares_in_any_order() {
        assertThat(six.verifier().verify(problem, "a2 b4 c6 d1 e3 f5")).isEqualTo(Verdict.CORRECT);
        assertThat(six.verifier().verify(problem, "f5 e3 a2 d1  c6 b4")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void every_solution_of_a_board_with_several_is_accepted() {
        Problem empty = six.problem(data(String.join(" / ", Collections.nCopies(6, ". . . . . ."))));
        assertThat(six.verifier().verify(empty, "a2 b4 c6 d1 e3 f5")).isEqualTo(Verdict.CORRECT);
        assertThat(six.verifier().verify(empty, "a5 b3 c1 d6 e4 f2")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void turned_boards_are_one_problem() {
        Problem turned =
                six.problem(data(". . . . . . / . . . . . Q / . . . . . . / . x . . . . / . . . . . . / . . . . . ."));
        assertThat(turned.id()).isEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q . . . . . / Q . . . . . / . . . . . . / . . . . . . / . . . . . . / . . . . . . | two queens in column 1",
                "Q . . . . . / . . . . . . / . . . . . . / . . . . . . / . . . . . . / . . . . . . | must have a solution",
                ". . . . . . / . . . . . . | it has 2 rows, not 6",
                "? . . . . . / . . . . . . / . . . . . . / . . . . . . / . . . . . . / . . . . . . | it has \"?\"",
            })
    void boards_of_your_own_are_checked(String board, String reason) {
        assertThatThrownBy(() -> six.problem(data(board)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new QueensConfig("x", 4, 1, 1)).hasMessageContaining("size must be in [5, 10]: 4");
        assertThatThrownBy(() -> new QueensConfig("x", 6, 6, 1)).hasMessageContaining("maxGivens must be in [0, 5]: 6");
        assertThatThrownBy(() -> new QueensConfig("x", 6, 1, 19))
                .hasMessageContaining("maxDecoys must be in [0, 18]: 19");
    }

    private static ObjectNode data(String board) {
        return JsonNodeFactory.instance.objectNode().put("board", board);
    }
}
