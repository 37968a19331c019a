package zeroone.tasks.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.jugs.JugsConfig;
import zeroone.tasks.jugs.JugsTasks;

/** Jugs a of 3 litres and b of 5, both empty; 2 litres are wanted in at most 4 moves: fill b, pour b a. */
class PathThoughtsTest {
    private final Task task = JugsTasks.task(JugsConfig.TWO);
    private final Problem problem = task.problems()
            .problem(JsonNodeFactory.instance
                    .objectNode()
                    .put("jugs", "a 3 0, b 5 0")
                    .put("target", 2)
                    .put("moves", 4));

    @Test
    void counts_what_a_search_in_order_writes() {
        assertThat(read("Go in order. 0-0: fill a 3-0, fill b 0-5. 3-0: pour a b 0-3, fill b 3-5. 0-5: pour b a 3-2."
                        + " 3-2 yes! 3-2 from 0-5, 0-5 from 0-0."))
                .isEqualTo(new ThoughtBehaviour(5, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void a_list_is_false_if_it_leaves_something_out_or_adds_something() {
        for (String list : new String[] {
            "0-0: fill a 3-0.",
            "0-0: fill a 3-0, fill b 0-5, empty a 0-0.",
            "0-0: fill a 3-0, fill b 0-4.",
            "0-0: none.",
            "1-1: fill a 3-1.",
            "0-0: fill a 3-0, fill a 3-0, fill b 0-5.",
        }) {
            assertThat(read(list).steps()).as(list).isEqualTo(1);
            assertThat(read(list).falseSteps()).as(list).isEqualTo(1);
        }
        assertThat(read("0-0: fill a 3-0, fill b 0-5. 0-5 from 3-0.").falseSteps())
                .isEqualTo(1);
        assertThat(read("0-0: fill a 3-0, fill b 0-5. 0-5: fill a 3-5, pour b a 3-2. 3-5: none.")
                        .falseSteps())
                .isZero();
    }

    @Test
    void counts_what_a_walk_writes() {
        assertThat(
                        read(
                                "Try anything. fill a 3-0. pour a b 0-3. Wait, 3-0. fill b 3-5. empty a 0-5. pour b a 3-2. yes!"))
                .isEqualTo(new ThoughtBehaviour(5, 0, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void a_move_is_false_if_it_is_not_possible_or_leads_elsewhere() {
        assertThat(read("fill a 0-5.").falseSteps()).isEqualTo(1);
        assertThat(read("pour a b 0-0.").falseSteps()).isEqualTo(1);
        assertThat(read("fill b 0-5. fill b 0-5.").falseSteps()).isEqualTo(1);
    }

    @Test
    void success_is_right_only_at_a_goal_reached_in_time() {
        assertThat(read("fill b 0-5. yes!").acceptedWrong()).isEqualTo(1);
        assertThat(read("fill b 0-5. pour b a 3-2. yes!").acceptedRight()).isEqualTo(1);
        assertThat(read("yes!").acceptedWrong()).isEqualTo(1);
        assertThat(read("fill a 3-0. fill b 3-5. empty a 0-5. empty b 0-0. fill b 0-5. pour b a 3-2. yes!")
                        .acceptedWrong())
                .isEqualTo(1);
        assertThat(read("9-9 yes!").acceptedWrong()).isEqualTo(1);
    }

    @Test
    void giving_up_a_place_is_true_only_where_nothing_new_follows() {
        assertThat(read("fill a 3-0. stuck.")).isEqualTo(new ThoughtBehaviour(2, 1, 0, 0, 0, 0, 0, 1));
        assertThat(read("fill b 0-5. pour b a 3-2. stuck.").rejectedRight()).isEqualTo(1);
        assertThat(read("fill a 3-0. too far.").falseSteps()).isEqualTo(1);
        assertThat(read("fill a 3-0. pour a b 0-3. fill a 3-3. pour a b 1-5. too far.")
                        .falseSteps())
                .isZero();
    }

    @Test
    void the_same_line_at_the_same_place_is_a_revisit() {
        assertThat(read("fill a 3-0. Wait, 0-0. fill a 3-0.").revisits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fill a 3-0",
                "I give up.",
                "Wait, then.",
                "Go in order.",
                ": .",
                " from .",
                "!",
                "....",
                "😀."
            })
    void garbage_and_broken_lines_are_read_as_nothing(String garbage) {
        assertThat(read(garbage)).isEqualTo(ThoughtBehaviour.NONE);
    }

    private ThoughtBehaviour read(String thought) {
        return task.thoughts().read(problem, thought);
    }
}
