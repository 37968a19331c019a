package zeroone.tasks.sliding;

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

class SlidingTest {
    private final Taskset six = SlidingTasks.task(SlidingConfig.SIX).problems();
    private final Problem problem = six.problem(data("1 2 3 / _ 5 6 / 4 7 8", 5));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Tiles 1 to 8 and a gap _ in a frame of three rows: 1 2 3 / _ 5 6 / 4 7 8. A move slides a tile"
                                + " beside the gap into it. Get to 1 2 3 / 4 5 6 / 7 8 _ in at most 5 moves. Answer with the tiles"
                                + " in the order in which they slide, in the form 5 6 3.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 7 | ends at 123/456/7_8, which is not the goal",
                "3 | has \"3\" as move 1, which is not possible from 123/_56/478",
                "_ | has \"_\" as move 1, which is not possible from 123/_56/478",
                "4 4 4 7 8 8 8 | has 7 moves; 5 are allowed",
                "4, 7, 8 | has \"4,\" as move 1, which is not possible from 123/_56/478",
                "478 | has \"478\" as move 1, which is not possible from 123/_56/478",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(six.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_way_that_is_short_enough() {
        assertThat(six.verifier().verify(problem, "4 7 8")).isEqualTo(Verdict.CORRECT);
        assertThat(six.verifier().verify(problem, "1 1 4 7 8")).isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 / 4 5 6 / 7 8 8 | 5 | each once",
                "1 2 3 / 4 5 6 / 7 8 9 | 5 | it has \"9\"",
                "1 2 3 / 4 5 6 | 5 | has 2 rows, not 3",
                "1 2 3 / 4 5 6 / 8 7 _ | 5 | must have a solution",
                "1 2 3 / 4 5 6 / 7 8 _ | 5 | and not 0: 5",
                "1 2 3 / _ 5 6 / 4 7 8 | 2 | at least the fewest possible, 3",
            })
    void tiles_of_your_own_are_checked(String tiles, int moves, String reason) {
        assertThatThrownBy(() -> six.problem(data(tiles, moves)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new SlidingConfig("x", 2, 4)).hasMessageContaining("2 to 4");
        assertThatThrownBy(() -> new SlidingConfig("x", 5, 41)).hasMessageContaining("5 to 41");
    }

    private static ObjectNode data(String tiles, int moves) {
        return JsonNodeFactory.instance.objectNode().put("tiles", tiles).put("moves", moves);
    }
}
