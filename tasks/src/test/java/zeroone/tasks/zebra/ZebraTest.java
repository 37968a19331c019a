package zeroone.tasks.zebra;

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

class ZebraTest {
    private static final String ITEMS = "Ada Ben Cleo / tea milk juice / cat dog owl";
    private static final String CLUES =
            "Ada at 1, Ada with tea, tea left-of milk, cat next-to juice, dog not-with juice, Cleo not-at 2, dog before owl";

    private final Taskset three = ZebraTasks.task(ZebraConfig.THREE).problems();
    private final Problem problem = three.problem(data(ITEMS, CLUES));

    @Test
    void the_prompt_says_everything() {
        assertThat(problem.prompt())
                .isEqualTo(
                        "Houses 1 to 3 stand in a row from left to right. Each has one of Ada, Ben, Cleo; one of tea, milk,"
                                + " juice; one of cat, dog, owl. Clues: #1 Ada is in house 1; #2 Ada is in the same house as tea;"
                                + " #3 tea is directly left of milk; #4 cat is next to juice; #5 dog is not in the same house as"
                                + " juice; #6 Cleo is not in house 2; #7 dog is somewhere left of owl. Answer with the house of each"
                                + " in the form Ada 1, Ben 2, each once.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada 2, Ben 1, Cleo 3, tea 1, milk 2, juice 3, dog 1, cat 2, owl 3 | gives Ada 2 against #1",
                "Ada 1, Ben 1, Cleo 3, tea 1, milk 2, juice 3, dog 1, cat 2, owl 3 | gives Ben 1 against Ada",
                "Ada 1, Ben 2, Cleo 3, tea 1, milk 3, juice 2, dog 1, cat 2, owl 3 | gives milk 3 against #3",
                "Ada 1, Ben 2, Cleo 3, tea 1, milk 2, juice 3, dog 1, cat 3, owl 2 | gives cat 3 against #4",
                "Ada 1, Ben 2, Cleo 3, tea 1, milk 2, juice 3, dog 1, cat 2 | does not give owl",
                "Ada 1, Ben 2, Cleo 3, tea 1, milk 2, juice 3, dog 1, cat 2, owl 4 | has \"4\", which is none of 1, 2, 3",
            })
    void says_in_plain_words_what_is_wrong(String answer, String reason) {
        assertThat(three.verifier().verify(problem, answer)).isEqualTo(Verdict.incorrect(reason));
    }

    @Test
    void accepts_the_arrangement_in_any_order() {
        assertThat(three.verifier()
                        .verify(problem, "dog 1, cat 2, owl 3, Ada 1, Ben 2, Cleo 3, tea 1, milk 2, juice 3"))
                .isEqualTo(Verdict.CORRECT);
    }

    @Test
    void renamed_and_reordered_puzzles_are_one_problem() {
        Problem renamed = three.problem(
                data(
                        "fox cat owl / Gus Eve Hal / red blue pink",
                        "fox with Gus, fox at 1, Gus left-of Hal, Eve next-to blue, pink not-with Eve, owl not-at 2, pink before red"));
        assertThat(renamed.id()).isEqualTo(problem.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Ben / tea milk juice / cat dog owl | Ada at 1 | has 2 cells in row 1, not 3",
                "Ada Ben Ada / tea milk juice / cat dog owl | Ada at 1 | must be different words",
                "Ada Ben Cleo / tea milk juice / cat dog 3 | Ada at 1 | must be different words",
                "Ada Ben Cleo / tea milk juice / cat dog owl | Ada at 4 | not \"Ada at 4\"",
                "Ada Ben Cleo / tea milk juice / cat dog owl | Ada with 1 | not \"Ada with 1\"",
                "Ada Ben Cleo / tea milk juice / cat dog owl | Ada with Ada | not \"Ada with Ada\"",
                "Ada Ben Cleo / tea milk juice / cat dog owl | Ada is tea | not \"Ada is tea\"",
                "Ada Ben Cleo / tea milk juice / cat dog owl | Ada at 1, Ben at 1 | must have a solution",
            })
    void puzzles_of_your_own_are_checked(String items, String clues, String reason) {
        assertThatThrownBy(() -> three.problem(data(items, clues)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must")
                .hasMessageContaining(reason);
    }

    @Test
    void impossible_knobs_are_refused() {
        assertThatThrownBy(() -> new ZebraConfig("x", 6, 3, 6, 9)).hasMessageContaining("houses must be in [3, 5]: 6");
        assertThatThrownBy(() -> new ZebraConfig("x", 3, 6, 6, 9)).hasMessageContaining("groups must be in [2, 5]: 6");
        assertThatThrownBy(() -> new ZebraConfig("x", 3, 3, 9, 6)).hasMessageContaining("9 to 6");
    }

    private static ObjectNode data(String items, String clues) {
        return JsonNodeFactory.instance.objectNode().put("items", items).put("clues", clues);
    }
}
