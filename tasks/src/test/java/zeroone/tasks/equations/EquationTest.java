package zeroone.tasks.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.equations.LinearEquation.Side;
import zeroone.tasks.equations.LinearEquation.Sides;
import zeroone.tasks.equations.QuadraticEquation.Coefficients;
import zeroone.tasks.exercise.Fields;

class EquationTest {
    private static final LinearEquation LINEAR = new LinearEquation("any", true, 40);
    private static final QuadraticEquation QUADRATIC = new QuadraticEquation("any", false);
    private static final LinearSystem SYSTEM = new LinearSystem("any", 2, false, 9);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; -3; 2; 1, 2",
                "1; -3; 2; 2, 1",
                "1; -3; 2; 2/2, 4/2",
                "1; 0; -2; sqrt(2), -sqrt(2)",
                "1; 0; -2; -sqrt(8)/2, sqrt(8)/2",
                "1; 0; -2; \\sqrt{2}, -\\sqrt{2}",
                "1; -1; -1; (1+sqrt(5))/2, (1-sqrt(5))/2",
                "1; -1; -1; 2/(sqrt(5)-1), 1-2/(sqrt(5)-1)",
                "1; -2; 1; 1",
                "1; 0; 1; none",
            })
    void any_exact_way_to_write_all_solutions_is_right(long a, long b, long c, String answer) {
        assertThat(QUADRATIC.judge(new Coefficients(a, b, c), answer)).isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; -3; 2; 1",
                "1; -3; 2; 1, 1",
                "1; -3; 2; 1, 2, 3",
                "1; -3; 2; none",
                "1; -3; 2; 1 2",
                "1; -3; 2; the solutions are 1, 2",
                "1; 0; -2; 1.41421356, -1.41421356",
                "1; 0; -2; sqrt(2)",
                "1; -2; 1; 1, 1",
                "1; 0; 1; i, -i",
                "1; 0; 1; None",
                "1; 0; 1; no solution",
                "1; 0; 1; 0",
            })
    void a_solution_missing_added_or_rounded_is_wrong(long a, long b, long c, String answer) {
        assertThat(QUADRATIC.judge(new Coefficients(a, b, c), answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void equations_that_are_multiples_of_one_another_are_the_same_problem() {
        assertThat(QUADRATIC.id(new Coefficients(-2, 6, -4))).isEqualTo(QUADRATIC.id(new Coefficients(1, -3, 2)));
        Side left = new Side(3, 2, -5);
        Side right = new Side(4, -1, 7);
        assertThat(LINEAR.id(new Sides(left, right))).isEqualTo(LINEAR.id(new Sides(right, left)));
    }

    @Test
    void a_linear_equation_is_judged_by_substitution() {
        Sides sides = new Sides(new Side(3, 2, -5), new Side(4, -1, 7));
        assertThat(LINEAR.prompt(sides)).startsWith("Solve 3(x + 2) - 5 = 4(x - 1) + 7 for x.");
        assertThat(LINEAR.judge(sides, "-2")).isEqualTo(Verdict.CORRECT);
        assertThat(LINEAR.judge(sides, "-4/2")).isEqualTo(Verdict.CORRECT);
        assertThat(LINEAR.judge(sides, "1")).isEqualTo(Verdict.incorrect("with x = 1 the sides are 4 and 7"));
        for (String wrong : List.of("x=-2", "-2 or 1", "- 2", "−2", "2", "-2.")) {
            assertThat(LINEAR.judge(sides, wrong)).as(wrong).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=2",
                "x=2, y=1, z=0",
                "y=1, x=2",
                "x=1, y=2",
                "2, 1",
                "(2, 1)",
                "x=2, y=1.",
                "x=2; y=1",
                "x=2, y=1, y=1",
                "x=2 or 3, y=1",
                "x==2, y=1",
                "x=2, y=1/0",
                "x=2,,y=1"
            })
    void a_system_wants_every_unknown_once_and_in_order(String answer) {
        var rows = new LinearSystem.Rows(List.of(List.of(1L, 1L, 3L), List.of(1L, -1L, 1L)));
        assertThat(SYSTEM.judge(rows, "x=2, y=1")).isEqualTo(Verdict.CORRECT);
        assertThat(SYSTEM.judge(rows, "x=4/2, y=1.0")).isEqualTo(Verdict.CORRECT);
        assertThat(SYSTEM.judge(rows, answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void problems_without_exactly_one_answer_are_refused() {
        assertThatThrownBy(() -> SYSTEM.read(row(row(Fields.empty(), "row1", 1, 1, 3), "row2", 2, 2, 6)))
                .hasMessageContaining("must have exactly one solution");
        assertThatThrownBy(() -> LINEAR.read(row(row(Fields.empty(), "left", 1, 2, 3), "right", 1, 5, 5)))
                .hasMessageContaining("must differ");
        assertThatThrownBy(() ->
                        QUADRATIC.read(Fields.empty().put("a", 0).put("b", 1).put("c", 1)))
                .hasMessageContaining("must not be 0");
    }

    private static ObjectNode row(ObjectNode data, String name, long... numbers) {
        data.set(name, Fields.array(Arrays.stream(numbers).boxed().toList()));
        return data;
    }
}
