package zeroone.tasks.satisfiability;

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

class SatisfiabilityTest {
    private final Taskset six =
            SatisfiabilityTasks.task(SatisfiabilityConfig.SIX).problems();
    private final Problem problem = six.problem(data("b -k q, -b -q k, k q b"));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo("Make each of b, k, q true or false so that every one of these is true: #1 b or not k or q;"
                        + " #2 not b or not q or k; #3 k or q or b. Answer in the form b true, k false, each once.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b true, k false, q true | gives q true against #2",
                "b false, k true, q false | gives q false against #1",
                "b false, k false, q false | gives q false against #3",
                "b true, k false | does not give q",
                "b true, k false, q false, q false | gives q twice",
                "b 1, k 0, q 0 | has \"1\", which is none of false, true",
                "-b true, k false, q false | has \"-b\", which is none of b, k, q",
                "b True, k false, q false | has \"True\", which is none of false, true",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(six.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_every_assignment_that_satisfies_all() {
        for (String answer :
                new String[] {"b true, k false, q false", "q true, k true, b true", "q true,b false,k true"}) {
            assertThat(six.verifier().verify(problem, answer)).isEqualTo(Verdict.CORRECT);
        }
    }

    @Test
    void renamed_negated_and_reordered_clauses_are_one_problem() {
        assertThat(six.problem(data("x -a c, a x c, c -x -a")).id())
                .isEqualTo(six.problem(data("x a -c, -c a -x, -c -a x")).id());
        assertThat(six.problem(data("y -a c, a -c -y, c y a")).id()).isEqualTo(problem.id());
        assertThat(six.problem(data("y a c, -y a c, y -a c")).id()).isNotEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b | not \"a b\"",
                "a b a | not \"a b a\"",
                "a b -a | not \"a b -a\"",
                "a b c d | not \"a b c d\"",
                "a b --c | not \"a b --c\"",
                "A b c | not \"A b c\"",
                "a b c, a b -c, a -b c, a -b -c, -a b c, -a b -c, -a -b c, -a -b -c | must have a solution",
            })
    void clauses_of_your_own_are_checked(String clauses, String reason) {
        assertThatThrownBy(() -> six.problem(data(clauses)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new SatisfiabilityConfig("x", 2, 3, 4))
                .hasMessageContaining("variables must be in [3, 20]: 2");
        assertThatThrownBy(() -> new SatisfiabilityConfig("x", 5, 4, 9)).hasMessageContaining("5 <= minClauses");
        assertThatThrownBy(() -> new SatisfiabilityConfig("x", 5, 9, 31)).hasMessageContaining("9 to 31");
    }

    private static ObjectNode data(String clauses) {
        return JsonNodeFactory.instance.objectNode().put("clauses", clauses);
    }
}
