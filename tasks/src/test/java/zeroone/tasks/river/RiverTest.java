package zeroone.tasks.river;

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

class RiverTest {
    private final Taskset four = RiverTasks.task(RiverConfig.FOUR).problems();

    /** Wolf, goat and cabbage under other names. */
    private final Problem problem = four.problem(data("W 1, G 1, C 1", 1, "W-G, G-C", 7));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "You must bring W, G, C from the left bank of a river to the right bank. They weigh W 1, G 1, C 1;"
                                + " your boat carries you and a load of up to 1. On a bank without you, these may not be together:"
                                + " W-G, G-C. Answer with the loads of all crossings, there and back, in order, in the form W+G,"
                                + " empty, C, with at most 7 crossings.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W, empty, G, empty, C | has \"W\" as move 1, which is not possible from WGC<",
                "G, empty, W+C | has \"W+C\" as move 3, which is not possible from WC<G",
                "G, empty, W, empty, C | has \"empty\" as move 4, which is not possible from C>WG",
                "G, G | ends at WGC<, which is not the goal",
                "G, empty, W, G, C, empty | ends at G<WC, which is not the goal",
                "G, empty, W, G, C, empty, G, G, G | has 9 moves; 7 are allowed",
                "G, , W | has \"\" as move 2, which is not possible from WC>G",
                "G+G | has \"G+G\" as move 1, which is not possible from WGC<",
                "G empty W G C empty G | has \"G empty W G …\" as move 1, which is not possible from WGC<",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(four.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_way_across() {
        assertThat(four.verifier().verify(problem, "G, empty, W, G, C, empty, G"))
                .isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(problem, "G, empty, C, G, W, empty, G"))
                .isEqualTo(Verdict.CORRECT);
    }

    @Test
    void the_letters_of_a_load_come_in_any_order() {
        Problem heavy = four.problem(data("A 2, B 3, D 1", 5, "A-B", 3));
        assertThat(four.verifier().verify(heavy, "B+A, A, D+A")).isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(heavy, "A+B, A, A+D")).isEqualTo(Verdict.CORRECT);
        assertThat(four.verifier().verify(heavy, "A+B+D")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(four.verifier().verify(heavy, "+A, empty, B+D")).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void renamed_things_are_one_problem() {
        assertThat(four.problem(data("K 1, F 1, B 1", 1, "B-F, K-B", 7)).id()).isEqualTo(problem.id());
        assertThat(four.problem(data("K 1, F 1, B 1", 1, "B-F", 9)).id()).isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A 1, B 1 | A-B | 3 to 10 things, not 2",
                "A 1, B 1, A 2 | A-B | not \"A 2\"",
                "A 1, B 1, C 0 | A-B | not \"C 0\"",
                "A 1, B 1, C 100 | A-B | not \"C 100\"",
                "A 1, B 1, C 1 | A-A | not \"A-A\"",
                "A 1, B 1, C 1 | A-X | not \"A-X\"",
                "A 1, B 1, C 1 | A-B, B-C, A-C | must have a solution",
                "A 1, B 1, C 1 | A-C | \"moves\" must be at least the fewest possible, 5",
            })
    void crossings_of_your_own_are_checked(String weights, String conflicts, String reason) {
        assertThatThrownBy(() -> four.problem(data(weights, 1, conflicts, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new RiverConfig("x", 9, 9, .5, 1, 9, 2))
                .hasMessageContaining("items must be in [3, 8]: 9");
        assertThatThrownBy(() -> new RiverConfig("x", 4, 0, .5, 1, 9, 2)).hasMessageContaining("maxWeight");
        assertThatThrownBy(() -> new RiverConfig("x", 4, 9, 1.5, 1, 9, 2)).hasMessageContaining("[0, 1]: 1.5");
        assertThatThrownBy(() -> new RiverConfig("x", 4, 9, .5, 9, 1, 2)).hasMessageContaining("9 to 1");
        assertThatThrownBy(() -> new RiverConfig("x", 4, 9, .5, 1, 9, -1)).hasMessageContaining("slack");
    }

    private static ObjectNode data(String weights, int limit, String conflicts, int moves) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("weights", weights)
                .put("limit", limit)
                .put("conflicts", conflicts)
                .put("moves", moves);
    }
}
