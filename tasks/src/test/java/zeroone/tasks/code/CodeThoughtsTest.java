package zeroone.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Problem;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.ThoughtBehaviour;
import zeroone.tasks.WorkedSolution;
import zeroone.tasks.catalog.Tasks;
import zeroone.text.CounterRandom;

class CodeThoughtsTest {
    private final Task task = Tasks.named("code");

    @Test
    void worked_solutions_hold_plans_of_every_sort_and_one_program() throws Exception {
        Set<String> languages = new HashSet<>();
        int rightPlans = 0;
        int backtracks = 0;
        for (int i = 0; i < 300; i++) {
            Problem problem = task.problems().problem(Split.TRAIN, 1, i);
            WorkedSolution solution =
                    task.workedSolutions().write(problem, CounterRandom.of(i).sequence());
            ThoughtBehaviour behaviour = task.thoughts().read(problem, solution.thought());

            CodeAnswer answer = CodeAnswer.read(
                    solution.answer(), CodeProblem.of(problem.data()).languages());
            languages.add(answer.language().tag());
            assertThat(behaviour.revisits()).isZero();
            assertThat(behaviour.rejectedRight()).isZero();
            // A right plan, once said to be good, is what the program does.
            assertThat(behaviour.acceptedRight() + behaviour.acceptedWrong()).isLessThanOrEqualTo(1);
            rightPlans += behaviour.acceptedRight();
            backtracks += behaviour.backtracks();
        }

        assertThat(languages).containsExactlyInAnyOrder("cpp", "java", "python");
        assertThat(rightPlans).isBetween(120, 220);
        assertThat(backtracks).isBetween(60, 200);
    }

    @Test
    void plans_checks_and_changes_of_mind_are_counted() {
        Problem problem = task.problems().problem((ObjectNode) new JsonMapper()
                .readTree("{\"kind\":\"pair-sum\",\"knobs\":{\"m\":300001,\"r\":1},\"seed\":1,\"form\":\"program\"}"));
        String right = "a table from remainder to place, look up the partner of each";

        assertThat(task.thoughts()
                        .read(
                                problem,
                                " Plan: try all pairs. Good? no. Wait, plan: try all pairs. Good? yes. Wait, plan: "
                                        + right + ". Good? no. Wait, plan: " + right + ". Good? yes. Wait,"))
                .isEqualTo(new ThoughtBehaviour(4, 2, 3, 2, 1, 1, 1, 1));
        assertThat(task.thoughts().read(problem, "")).isEqualTo(ThoughtBehaviour.NONE);
        assertThat(task.thoughts().read(problem, "plan: ".repeat(10_000))).isEqualTo(ThoughtBehaviour.NONE);
    }
}
