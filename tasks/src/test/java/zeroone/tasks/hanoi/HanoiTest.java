package zeroone.tasks.hanoi;

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

class HanoiTest {
    private final Taskset four = HanoiTasks.task(HanoiConfig.FOUR).problems();
    private final Problem problem = four.problem(data("aabc", "cabc", 3));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Discs 1 (smallest) to 4 (largest) lie on pegs a, b, c, from the bottom up: a has 2 1, b has 3, c"
                                + " has 4. A move takes the top disc of one peg to another that is empty or has a larger disc on"
                                + " top. Get to: a has 2, b has 3, c has 4 1. Answer with at most 3 moves in order, in the form a c,"
                                + " b a, that is from a to c, then from b to a.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b | ends at a2b31c4, which is not the goal",
                "b a | has \"b a\" as move 1, which is not possible from a21b3c4",
                "a a | has \"a a\" as move 1, which is not possible from a21b3c4",
                "a d | has \"a d\" as move 1, which is not possible from a21b3c4",
                "a-c | has \"a-c\" as move 1, which is not possible from a21b3c4",
                "a b, b a, a b, b c | has 4 moves; 3 are allowed",
                "a c. | has \"a c.\" as move 1, which is not possible from a21b3c4",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(four.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_way_that_is_short_enough() {
        assertThat(four.verifier().verify(problem, "a c")).isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(problem, "a b, b c")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void no_disc_comes_from_an_empty_peg() {
        Problem one = four.problem(data("aaaa", "baaa", 2));
        assertThat(four.verifier().verify(one, "b c"))
                .isEqualTo(Verdict.incorrect("has \"b c\" as move 1, which is not possible from a4321bc"));
    }

    @Test
    void renamed_pegs_are_one_problem() {
        assertThat(four.problem(data("bbca", "abca", 3)).id()).isEqualTo(problem.id());
        assertThat(four.problem(data("aabc", "babc", 3)).id()).isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aab | aabc | 3 | \"start\" must name the peg",
                "aabcc | aabc | 3 | \"start\" must name the peg",
                "aabc | aabd | 3 | \"goal\" must name the peg",
                "aabc | aabc | 3 | and not 0: 3",
                "aaaa | bbbb | 14 | at least the fewest possible, 15",
            })
    void positions_of_your_own_are_checked(String start, String goal, int moves, String reason) {
        assertThatThrownBy(() -> four.problem(data(start, goal, moves)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new HanoiConfig("x", 8, 1, 9, 2)).hasMessageContaining("discs must be in [3, 7]: 8");
        assertThatThrownBy(() -> new HanoiConfig("x", 3, 5, 9, 2)).hasMessageContaining("5 to 9");
        assertThatThrownBy(() -> new HanoiConfig("x", 3, 1, 9, 30)).hasMessageContaining("slack");
    }

    private static ObjectNode data(String start, String goal, int moves) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("start", start)
                .put("goal", goal)
                .put("moves", moves);
    }
}
