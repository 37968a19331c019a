package zeroone.tasks.lights;

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

class LightsTest {
    private final Taskset four = LightsTasks.task(LightsConfig.FOUR).problems();
    private final Problem problem = four.problem(data("* * . . / * . . . / . . . * / . . * *"));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Lamps in a grid, * on and . off: * * . . / * . . . / . . . * / . . * *. Pressing a lamp switches"
                                + " it and those directly above, below, left and right of it. Switch all off. Columns a to d from"
                                + " left to right, rows 1 to 4 from top to bottom. Answer with the lamps to press, each once, in the"
                                + " form a1 b3.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1 | leaves d3 on",
                "a1 d4 b2 | leaves b1 on",
                "a1 d4 a1 | presses a1 twice",
                "a1, d4 | has \"a1,\", which is none of a1, b1",
                "a1 e4 | has \"e4\", which is none of a1, b1",
                "A1 D4 | has \"A1\", which is none of a1, b1",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        Verdict verdict = four.verifier().verify(problem, answer);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Incorrect.class,
                        wrong -> assertThat(wrong.reason()).startsWith(reason));
    }

    @Test
    void accepts_every_set_of_lamps_that_does_it_in_any_order() {
        assertThat(four.verifier().verify(problem, "a1 d4")).isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(problem, "d4 a1")).isEqualTo(Verdict.CORRECT);
        // On four by four, pressing a1 a2 b2 a3 c3 b4 c4 d4 changes nothing, so this does the same as a1 d4.
        assertThat(four.verifier().verify(problem, "a2 b2 a3 c3 b4 c4")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void turned_grids_are_one_problem() {
        Problem one = four.problem(data("* * . . / * . . . / . . . . / . . . ."));
        assertThat(four.problem(data(". . . . / . . . . / . . . * / . . * *")).id())
                .isEqualTo(one.id());
        assertThat(one.id()).isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ". . . . / . . . . / . . . . / . . . . | a lamp that is on",
                "* . . . / . . . . / . . . . / . . . . | must have a solution",
                "* . . . / . . . . / . . . . | has 3 rows, not 4",
                "* . . . / . . . . / . . . . / . . . x | it has \"x\"",
            })
    void lamps_of_your_own_are_checked(String lamps, String reason) {
        assertThatThrownBy(() -> four.problem(data(lamps)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new LightsConfig("x", 6, 1, 2)).hasMessageContaining("size must be in [3, 5]: 6");
        assertThatThrownBy(() -> new LightsConfig("x", 4, 3, 2)).hasMessageContaining("3 to 2");
    }

    private static ObjectNode data(String lamps) {
        return JsonNodeFactory.instance.objectNode().put("lamps", lamps);
    }
}
