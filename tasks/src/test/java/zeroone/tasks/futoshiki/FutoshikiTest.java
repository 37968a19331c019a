package zeroone.tasks.futoshiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Taskset;
import zeroone.tasks.Verdict;
import zeroone.text.CounterRandom;

class FutoshikiTest {
    private final Taskset four = FutoshikiTasks.task(FutoshikiConfig.FOUR).problems();
    private final Problem problem =
            four.problem(data("1 _ _ _ / _ _ 1 _ / _ 1 _ _ / _ _ _ 1", "A2<A3, A3<A4, B1>C1, C3>D3"));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Futoshiki. Fill the blanks with digits 1 to 4 so that no row and no column holds a digit twice"
                                + " and A2<A3, A3<A4, B1>C1, C3>D3. Rows A to D, columns 1 to 4:"
                                + " 1 _ _ _ / _ _ 1 _ / _ 1 _ _ / _ _ _ 1. Answer with all rows in that form.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 4 / 4 3 1 2 / 3 1 4 2 / 2 4 2 1 | gives C4 2 against B4",
                "1 2 3 4 / 4 3 1 2 / 2 1 4 3 / 3 4 2 _ | has \"_\", which is none of 1, 2, 3, 4",
                "1 2 4 3 / 4 3 1 2 / 2 1 3 4 / 3 4 2 1 | gives A3 4 against A4",
                "2 1 3 4 / 4 3 1 2 / 3 1 4 2 / 2 4 2 1 | changes the given A1 1",
                "1 2 3 4 / 4 3 1 2 / 3 1 4 2 | has 3 rows, not 4",
                "1 2 3 4 / 4 3 1 2 / 3 1 4 2 / 2 4 2 | has 3 cells in row 4, not 4",
                "1 2 3 5 / 4 3 1 2 / 3 1 4 2 / 2 4 2 1 | has \"5\", which is none of 1, 2, 3, 4",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(four.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_the_filled_grid_with_slashes_or_line_breaks() {
        assertThat(four.verifier().verify(problem, "1 2 3 4 / 4 3 1 2 / 2 1 4 3 / 3 4 2 1"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(problem, "1 2 3 4\n4 3 1 2\n2 1 4 3\n3 4 2 1"))
                .isEqualTo(Verdict.CORRECT);
    }

    @Test
    void mirrored_and_complemented_puzzles_are_one_problem() {
        Problem mirrored = four.problem(data("1 _ _ _ / _ _ 1 _ / _ 1 _ _ / _ _ _ 1", "A2>A3, B1<C1, C1<D1, C3>C4"));
        assertThat(mirrored.id()).isEqualTo(problem.id());
        Problem complemented =
                four.problem(data("4 _ _ _ / _ _ 4 _ / _ 4 _ _ / _ _ _ 4", "A2>A3, A3>A4, B1<C1, C3<D3"));
        assertThat(complemented.id()).isEqualTo(problem.id());
        assertThat(four.problem(data("1 _ _ _ / _ _ 1 _ / _ 1 _ _ / _ _ _ 1", "A2<A3, A3<A4, B1>C1"))
                        .id())
                .isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _ | A1<A2 | has 3 cells in row 1, not 4",
                "1 1 _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _ | A3<A4 | must have a solution",
                "_ _ _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _ | A1<A3 | must hold inequalities such as A1<A2",
                "_ _ _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _ | A2>A1 | must hold inequalities such as A1<A2",
                "4 _ _ _ / _ _ _ _ / _ _ _ _ / _ _ _ _ | A1<A2 | must have a solution",
            })
    void puzzles_of_your_own_are_checked(String grid, String signs, String reason) {
        assertThatThrownBy(() -> four.problem(data(grid, signs)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void every_latin_square_of_three_comes_up() {
        assertThat(CounterRandom.of(1)
                        .sequence()
                        .ints(500)
                        .mapToObj(seed -> Arrays.toString(
                                LatinSquare.draw(3, CounterRandom.of(seed).sequence())))
                        .distinct())
                .hasSize(12);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new FutoshikiConfig("x", 9, 1, 2, 1, 2))
                .hasMessageContaining("size must be in [3, 7]: 9");
        assertThatThrownBy(() -> new FutoshikiConfig("x", 4, 3, 2, 1, 2)).hasMessageContaining("minGivens");
        assertThatThrownBy(() -> new FutoshikiConfig("x", 4, 1, 2, 1, 25))
                .hasMessageContaining("<= 24 must hold: 1 to 25");
        assertThatThrownBy(() -> new FutoshikiConfig(" ", 4, 1, 2, 1, 2)).hasMessageContaining("name");
    }

    private static ObjectNode data(String grid, String signs) {
        return JsonNodeFactory.instance.objectNode().put("grid", grid).put("signs", signs);
    }
}
