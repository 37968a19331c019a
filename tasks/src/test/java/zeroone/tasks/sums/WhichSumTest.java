package zeroone.tasks.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.Verdict;
import zeroone.tasks.WorkedSolution;
import zeroone.text.CounterRandom;

class WhichSumTest {
    private final Task task = WhichSum.task();

    @Test
    void worked_solutions_are_right_and_every_check_in_them_is_true() {
        for (int i = 0; i < 2_000; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 7, i);

            WorkedSolution solution =
                    task.workedSolutions().write(problem, CounterRandom.of(i).sequence());

            assertThat(task.problems().verifier().verify(problem, solution.answer()))
                    .as(problem.prompt())
                    .isEqualTo(Verdict.CORRECT);
            var behaviour = task.thoughts().read(problem, solution.thought());
            assertThat(behaviour.acceptedRight()).as(solution.thought()).isEqualTo(1);
            assertThat(behaviour.falseSteps() + behaviour.acceptedWrong() + behaviour.rejectedRight())
                    .as(solution.thought())
                    .isZero();
        }
    }

    @Test
    void exactly_one_option_is_accepted() {
        for (int i = 0; i < 500; i++) {
            Problem problem = task.problems().problem(Split.TEST, 3, i);
            int accepted = 0;
            for (var option : problem.data().path("options")) {
                accepted += task.problems()
                                .verifier()
                                .verify(problem, option.asString())
                                .isCorrect()
                        ? 1
                        : 0;
            }
            assertThat(accepted).as(problem.prompt()).isEqualTo(1);
        }
    }

    @Test
    void what_was_not_asked_about_is_wrong_even_if_it_makes_the_number() {
        Problem problem = task.problems().problem(data("{\"target\":27,\"options\":[\"13*8\",\"9+18\",\"40-2\"]}"));

        assertThat(problem.prompt()).isEqualTo("Which makes 27: 13*8, 9+18 or 40-2?");
        assertThat(task.problems().verifier().verify(problem, "20+7"))
                .isEqualTo(Verdict.incorrect("it is none of the sums asked about"));
        assertThat(task.problems().verifier().verify(problem, "13*8")).isEqualTo(Verdict.incorrect("it makes 104"));
        assertThat(task.problems().verifier().verify(problem, "  ")).isEqualTo(Verdict.NO_ANSWER);
    }

    @Test
    void problems_without_one_right_option_are_refused() {
        assertThatThrownBy(() -> task.problems().problem(data("{\"target\":27,\"options\":[\"1+1\",\"9+9\"]}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exactly one");
        assertThatThrownBy(() -> task.problems().problem(data("{\"target\":27,\"options\":[\"1/0\",\"9+18\"]}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1/0");
    }

    private static ObjectNode data(String json) {
        return (ObjectNode) new JsonMapper().readTree(json);
    }
}
