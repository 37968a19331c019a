package zeroone.tasks.countdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Taskset;

class CountdownConfigTest {
    private final Taskset three = Countdown.task(CountdownConfig.THREE).problems();

    @Test
    void the_question_names_numbers_and_target() {
        Problem problem = three.problem(data("{\"numbers\":[13,5,8],\"target\":16}"));
        assertThat(problem.prompt()).isEqualTo("Use 13, 5 and 8 to make 16.");
        assertThat(problem.id()).isEqualTo("5 8 13 = 16");
        assertThat(problem.data()).isEqualTo(data("{\"numbers\":[13,5,8],\"target\":16}"));
    }

    @Test
    void drawn_problems_keep_to_the_ranges() {
        for (int i = 0; i < 300; i++) {
            CountdownPuzzle puzzle =
                    CountdownPuzzle.of(three.problem(Split.VALIDATION, 1, i).data());
            assertThat(puzzle.numbers()).hasSize(3).allMatch(n -> n >= 1 && n <= 13);
            assertThat(puzzle.target()).isBetween(10, 99);
        }
    }

    @Test
    void data_that_are_no_puzzle_are_refused_with_the_reason() {
        assertRefused("{\"target\":16}", "\"numbers\" must be a list");
        assertRefused("{\"numbers\":[13,5,8]}", "\"target\" must hold whole numbers");
        assertRefused("{\"numbers\":[13,5,8.5],\"target\":16}", "\"numbers\" must hold whole numbers");
        assertRefused("{\"numbers\":[13,5,\"8\"],\"target\":16}", "\"numbers\" must hold whole numbers");
        assertRefused("{\"numbers\":[13,5,-8],\"target\":16}", "a number must be in [1, 99999]: -8");
        assertRefused("{\"numbers\":[13,5],\"target\":16}", "takes 3 numbers, not 2");
        assertRefused("{\"numbers\":[13,5,8],\"target\":99999999999}", "\"target\" must hold whole numbers");
    }

    @Test
    void impossible_ranges_are_refused() {
        assertThatThrownBy(() -> new CountdownConfig("x", 3, 9, 8, 10, 99, 1, 999, false))
                .hasMessageContaining("maxNumber must be in [9, 9999]: 8");
        assertThatThrownBy(() -> new CountdownConfig("x", 1, 1, 8, 10, 99, 1, 999, false))
                .hasMessageContaining("count must be in [2, 6]: 1");
        assertThatThrownBy(() -> new CountdownConfig(" ", 3, 1, 8, 10, 99, 1, 999, false))
                .hasMessageContaining("needs a name");
    }

    @Test
    void a_variant_without_problems_says_so_instead_of_drawing_for_ever() {
        Taskset barren = Countdown.task(new CountdownConfig("barren", 2, 1, 1, 50, 60, 1, 999, false))
                .problems();
        assertThatThrownBy(() -> barren.problem(Split.TRAIN, 1, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("task barren has no problem in split TRAIN");
    }

    private void assertRefused(String json, String reason) {
        assertThatThrownBy(() -> three.problem(data(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static ObjectNode data(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
