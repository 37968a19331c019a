package zeroone.tasks.jugs;

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

class JugsTest {
    private final Taskset two = JugsTasks.task(JugsConfig.TWO).problems();
    private final Problem problem = two.problem(data("k 3 0, t 5 1", 4, 7));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Measure 4 litres: in the end one jug must have exactly that in it. At first jug k holds 3 litres"
                                + " and has 0 in it, jug t holds 5 litres and has 1 in it. Moves: fill k (to the brim), empty k"
                                + " (entirely), pour k t (until k is empty or t is full), likewise for other jugs. Answer with at"
                                + " most 7 moves in order, in the form fill k, pour k t.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fill k | ends at 3-1, which is not the goal",
                "pour k k | has \"pour k k\" as move 1, which is not possible from 0-1",
                "pour k | has \"pour k\" as move 1, which is not possible from 0-1",
                "fill k t | has \"fill k t\" as move 1, which is not possible from 0-1",
                "fill a | has \"fill a\" as move 1, which is not possible from 0-1",
                "drink k | has \"drink k\" as move 1, which is not possible from 0-1",
                "fill k, pour k t. | has \"pour k t.\" as move 2, which is not possible from 3-1",
                "fill k, fill k, fill k, fill k, fill k, fill k, fill k, pour k t | has 8 moves; 7 are allowed",
                "fill k, pour k t, empty t | ends at 0-0, which is not the goal",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(two.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_way_to_measure() {
        assertThat(two.verifier().verify(problem, "fill k, pour k t")).isEqualTo(Verdict.CORRECT);
        assertThat(two.verifier().verify(problem, "fill k, fill k,pour k  t")).isEqualTo(Verdict.CORRECT);
        assertThat(two.verifier().verify(problem, "empty t, fill t, pour t k, empty k, pour t k, fill t, pour t k"))
                .isEqualTo(Verdict.CORRECT);
    }

    @Test
    void reordered_jugs_are_one_problem() {
        assertThat(two.problem(data("a 5 1, b 3 0", 4, 7)).id()).isEqualTo(problem.id());
        assertThat(two.problem(data("a 5 0, b 3 1", 4, 7)).id()).isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a 3 0 | 2 jugs, not 1",
                "a 3 0, a 5 0 | not \"a 5 0\"",
                "a 3 4, b 5 0 | not \"a 3 4\"",
                "a 3, b 5 0 | not \"a 3\"",
                "a 31 0, b 5 0 | not \"a 31 0\"",
                "a 6 0, b 4 0 | must have a solution",
                "a 15 0, b 11 0 | \"moves\" must be at least the fewest possible",
                "a 7 5, b 4 0 | not 0: 2",
            })
    void jugs_of_your_own_are_checked(String jugs, String reason) {
        assertThatThrownBy(() -> two.problem(data(jugs, 5, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new JugsConfig("x", 5, 3, 9, 1, 9, 2))
                .hasMessageContaining("jugs must be in [2, 4]: 5");
        assertThatThrownBy(() -> new JugsConfig("x", 2, 3, 31, 1, 9, 2)).hasMessageContaining("3 to 31");
        assertThatThrownBy(() -> new JugsConfig("x", 2, 3, 9, 9, 1, 2)).hasMessageContaining("9 to 1");
        assertThatThrownBy(() -> new JugsConfig("x", 2, 3, 9, 1, 9, 21)).hasMessageContaining("slack");
    }

    private static ObjectNode data(String jugs, int target, int moves) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("jugs", jugs)
                .put("target", target)
                .put("moves", moves);
    }
}
