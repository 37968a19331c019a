package zeroone.tasks.route;

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

class RouteTest {
    private final Taskset six = RouteTasks.task(RouteConfig.SIX).problems();
    private final Problem problem = six.problem(data("A-B 4, B-K 3, A-K 9, K-Z 1, B-Z 4", "A", "Z", 8));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Roads with their lengths: A-B 4, B-K 3, A-K 9, K-Z 1, B-Z 4. Go from A to Z by roads whose lengths"
                                + " add up to at most 8. Answer with the places on the way from A to Z, with spaces between them.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A K Z | has \"K\" as move 1, which is not possible from A0",
                "A Z | has \"Z\" as move 1, which is not possible from A0",
                "A B | ends at B4, which is not the goal",
                "B Z | begins with \"B\", not with A",
                "A B A B Z | has 4 moves; 3 are allowed",
                "A, B, Z | begins with \"A,\", not with A",
                "A-B-Z | begins with \"A-B-Z\", not with A",
                "A B z | has \"z\" as move 2, which is not possible from B4",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(six.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_way_that_is_short_enough() {
        assertThat(six.verifier().verify(problem, "A B K Z")).isEqualTo(Verdict.CORRECT);
        assertThat(six.verifier().verify(problem, "A B Z")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void renamed_and_reversed_roads_are_one_problem() {
        assertThat(six.problem(data("Q-P 4, R-Q 3, S-R 1, P-R 9, S-Q 4", "S", "P", 8))
                        .id())
                .isEqualTo(problem.id());
        assertThat(six.problem(data("A-B 4, B-K 3, A-K 9, K-Z 1, B-Z 5", "A", "Z", 8))
                        .id())
                .isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A-B 0 | A | B | not \"A-B 0\"",
                "A-B 100 | A | B | not \"A-B 100\"",
                "A-A 3 | A | A | not \"A-A 3\"",
                "A-B 3, B-A 4 | A | B | each pair once",
                "A-B | A | B | not \"A-B\"",
                "A-B 3 | A | C | two of the places",
                "A-B 3 | A | A | two of the places",
                "A-B 3, C-D 4 | A | D | must have a solution",
                "A-B 9 | A | B | must have a solution",
            })
    void roads_of_your_own_are_checked(String roads, String from, String to, String reason) {
        assertThatThrownBy(() -> six.problem(data(roads, from, to, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new RouteConfig("x", 3, 3, 9, 1)).hasMessageContaining("places must be in [4, 20]: 3");
        assertThatThrownBy(() -> new RouteConfig("x", 6, 16, 9, 1))
                .hasMessageContaining("roads must be in [5, 15]: 16");
        assertThatThrownBy(() -> new RouteConfig("x", 6, 9, 0, 1)).hasMessageContaining("maxLength");
        assertThatThrownBy(() -> new RouteConfig("x", 6, 9, 9, 4))
                .hasMessageContaining("minRoads must be in [1, 3]: 4");
    }

    private static ObjectNode data(String roads, String from, String to, int limit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("roads", roads)
                .put("from", from)
                .put("to", to)
                .put("limit", limit);
    }
}
