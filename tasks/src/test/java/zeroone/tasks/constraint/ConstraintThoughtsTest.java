package zeroone.tasks.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.colouring.ColouringConfig;
import zeroone.tasks.colouring.ColouringTasks;

/** A triangle A, B, C with a tail D at C, in two colours fewer than would be easy: three. */
class ConstraintThoughtsTest {
    private final Task task = ColouringTasks.task(ColouringConfig.SIX);
    private final Problem problem =
            task.problems().problem(JsonNodeFactory.instance.objectNode().put("edges", "A-B, B-C, A-C, C-D"));

    @Test
    void counts_true_lines_and_the_final_check() {
        assertThat(read(
                        "Go in order. A so red or green or blue, say A red. B not red by A, so green or blue, say B green."
                                + " C not red by A, not green by B, so C blue. D not blue by C, so red or green, skip."
                                + " D not blue by C, so red or green, say D red. done."))
                .isEqualTo(new ThoughtBehaviour(5, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void a_line_is_false_if_an_objection_does_not_hold_or_the_conclusion_does_not_follow() {
        for (String line : new String[] {
            "A not red by B, so green or blue, skip.",
            "A so red or green, skip.",
            "A so red or green or blue, say B red.",
            "A so red or green or blue, say A pink.",
            "A so A red.",
            "A so none.",
            "A so red or green or blue or pink, skip.",
            "E so red or green or blue, skip.",
        }) {
            assertThat(read(line).falseSteps()).as(line).isEqualTo(1);
            assertThat(read(line).steps()).as(line).isEqualTo(1);
        }
        assertThat(read("A so red or green or blue, say A red. B not red by C, so green or blue, skip.")
                        .falseSteps())
                .isEqualTo(1);
        assertThat(read("A so red or green or blue, say A red. A so red or green or blue, say A red.")
                        .falseSteps())
                .isEqualTo(1);
    }

    @Test
    void being_stuck_is_right_only_when_nothing_agrees_with_what_was_put_in() {
        String start = "A so red or green or blue, say A red. D so red or green or blue, say D green.";
        assertThat(read(start + " B not red by A, so none.").rejectedRight()).isEqualTo(1);
        assertThat(read("A so red or green or blue, say A red. B so red or green or blue, say B red. C so none.")
                        .rejectedWrong())
                .isEqualTo(1);
    }

    @Test
    void taking_back_undoes_everything_since() {
        ThoughtBehaviour behaviour =
                read("A so red or green or blue, say A red. B not red by A, so green or blue, say B green."
                        + " Wait, A blue. B not blue by A, so red or green, skip.");
        assertThat(behaviour).isEqualTo(new ThoughtBehaviour(4, 0, 1, 0, 0, 0, 0, 0));
        assertThat(read("A so red or green or blue, say A red. Wait, B blue.").falseSteps())
                .isEqualTo(1);
    }

    @Test
    void the_same_line_about_the_same_assignment_is_a_revisit() {
        assertThat(read("A so red or green or blue, skip. A so red or green or blue, skip.")
                        .revisits())
                .isEqualTo(1);
    }

    @Test
    void saying_that_it_is_done_is_right_only_when_it_is() {
        assertThat(read("done.")).isEqualTo(new ThoughtBehaviour(0, 0, 0, 0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A so",
                "A so red",
                "A not red by B",
                "so red or green, skip.",
                "A so red or green or blue, say A.",
                "Wait, A.",
                "undone.",
                "I give up.",
                "\u0000",
                "😀 so 😀 😀."
            })
    void garbage_and_broken_lines_are_read_as_nothing(String garbage) {
        assertThat(read(garbage)).isEqualTo(ThoughtBehaviour.NONE);
    }

    private ThoughtBehaviour read(String thought) {
        return task.thoughts().read(problem, thought);
    }
}
