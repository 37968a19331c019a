package zeroone.tasks.code.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zeroone.tasks.code.judge.JudgedTask;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.code.judge.Subtask;
import zeroone.tasks.code.judge.TestCase;
import zeroone.text.CounterRandom;

class GeneratedProblemTest {
    @ParameterizedTest
    @MethodSource("kinds")
    void tests_are_a_function_of_the_problem(String kind) {
        GeneratedProblem problem = draw(kind, 3, false);
        GeneratedProblem again = new GeneratedProblem(kind, problem.knobs(), problem.seed(), false);
        GeneratedProblem reseeded = new GeneratedProblem(kind, problem.knobs(), problem.seed() + 1, false);

        assertThat(first(again)).isEqualTo(first(problem));
        assertThat(first(reseeded)).isNotEqualTo(first(problem));
        assertThat(reseeded.canonicalForm()).isEqualTo(problem.canonicalForm());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_checker_takes_the_reference_answer_and_not_another_ones(String kind) {
        int rejected = 0;
        for (int i = 0; i < 4; i++) {
            JudgedTask here = draw(kind, i, false).judged();
            JudgedTask there = draw(kind, i + 100, false).judged();
            for (int subtask = 0; subtask < here.subtasks().size() - 1; subtask++) {
                Subtask tests = here.subtasks().get(subtask);
                var test = tests.tests().apply(0);
                assertThat(here.checker().complaint(test, test.output())).isEmpty();
                String other = there.subtasks().get(subtask).tests().apply(0).output();
                rejected += here.checker().complaint(test, other).isPresent() ? 1 : 0;
            }
        }
        assertThat(rejected).isGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void statements_are_complete_and_show_the_sample(String kind) {
        GeneratedProblem program = draw(kind, 5, false);
        GeneratedProblem function = draw(kind, 5, true);
        var sample = program.judged().samples().getFirst();

        assertThat(program.statement())
                .contains(sample.input(), sample.output(), "500 ms in C++", "2000 ms in Python", "256 MiB")
                .doesNotContain("${", "%");
        assertThat(function.statement())
                .contains("- Python: def solve(", "- C++: ", "- Java: static ", "result: " + sample.output())
                .doesNotContain("${");
        program.knobs().values().forEach(value -> {
            if (!kind.equals("brackets") && value > 1) {
                assertThat(program.statement()).contains(value.toString());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void people_wrote_right_wrong_and_slow_programs_in_two_languages(String kind) {
        GeneratedProblem problem = draw(kind, 1, true);
        for (Quality quality : Quality.values()) {
            assertThat(problem.program(quality, Language.PYTHON).orElseThrow())
                    .contains("def solve(")
                    .doesNotContain("${");
        }
        assertThat(problem.program(Quality.RIGHT, Language.CPP).orElseThrow()).doesNotContain("${");
        assertThat(problem.program(Quality.WRONG, Language.CPP).orElseThrow()).doesNotContain("${");
        assertThat(draw(kind, 1, false).program(Quality.RIGHT, Language.CPP).orElseThrow())
                .contains("int main()");
    }

    @Test
    void knobs_out_of_range_missing_or_unknown_are_refused() {
        assertRefused(Map.of("gap", 0), "\"gap\" of rising-picks must be a whole number in [1, 5000], not 0");
        assertRefused(Map.of(), "not null");
        assertRefused(Map.of("gap", 1, "hap", 1), "and no others");
        assertThatThrownBy(() -> new GeneratedProblem("sorting", Map.of(), 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pick-sum");
    }

    private static void assertRefused(Map<String, Integer> knobs, String words) {
        assertThatThrownBy(() -> new GeneratedProblem("rising-picks", knobs, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static List<TestCase> first(GeneratedProblem problem) {
        return problem.judged().subtasks().stream()
                .map(subtask -> subtask.tests().apply(0))
                .toList();
    }

    private static GeneratedProblem draw(String kind, long seed, boolean function) {
        return GeneratedProblem.draw(
                kind, function, CounterRandom.of(seed).split(kind).sequence());
    }

    static List<String> kinds() {
        return GeneratedProblem.kinds();
    }
}
