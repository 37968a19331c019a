package zeroone.tasks.colouring;

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

class ColouringTest {
    private final Taskset six = ColouringTasks.task(ColouringConfig.SIX).problems();
    private final Problem problem = six.problem(data("K-B, B-X, X-K, X-M"));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Give each of B, K, M, X a colour, red, green or blue, so that no two that are joined have the"
                                + " same. Joined are K-B, B-X, X-K, X-M. Answer in the form B red, K green, each once.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B red, K green, M red, X red | gives X red against B",
                "B red, K green, M red | does not give X",
                "B red, K green, M red, X blue, B red | gives B twice",
                "B red, K green, M red, X purple | has \"purple\", which is none of red, green, blue",
                "B red, K green, M red, Y blue | has \"Y\", which is none of B, K, M, X",
                "B red K green M red X blue | has \"B red K gree…\" where a name and a value should be",
                "B red, K green, M red, X | has \"X\" where a name and a value should be",
                "B red, K green, M red, X blue, | has \"\" where a name and a value should be",
                "b red, k green, m red, x blue | has \"b\", which is none of B, K, M, X",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(six.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_colouring_that_fits_in_any_order() {
        for (String answer : new String[] {
            "B red, K green, M red, X blue", "X red,M green,K blue,B green", "M blue, B blue, K red, X green"
        }) {
            assertThat(six.verifier().verify(problem, answer)).isEqualTo(Verdict.CORRECT);
        }
    }

    @Test
    void renamed_graphs_are_one_problem() {
        assertThat(six.problem(data("A-C, C-D, D-A, B-D")).id()).isEqualTo(problem.id());
        assertThat(six.problem(data("A-B, B-C, C-D, D-A")).id()).isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A-A, B-C | pairs of different capital letters",
                "A-B, B-A | each pair once",
                "A-B, C | not \"C\"",
                "A-B; C-D | not \"A-B; C-D\"",
                "A-B, A-C, A-D, B-C, B-D, C-D | must have a solution",
            })
    void graphs_of_your_own_are_checked(String edges, String reason) {
        assertThatThrownBy(() -> six.problem(data(edges)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new ColouringConfig("x", 5, 6, 6, 8))
                .hasMessageContaining("colours must be in [2, 4]: 5");
        assertThatThrownBy(() -> new ColouringConfig("x", 3, 2, 1, 1))
                .hasMessageContaining("vertices must be in [3, 20]: 2");
        assertThatThrownBy(() -> new ColouringConfig("x", 3, 6, 2, 1)).hasMessageContaining("2 to 1");
    }

    private static ObjectNode data(String edges) {
        return JsonNodeFactory.instance.objectNode().put("edges", edges);
    }
}
