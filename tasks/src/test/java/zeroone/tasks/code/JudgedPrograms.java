package zeroone.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import zeroone.tasks.Problem;
import zeroone.tasks.Verdict;
import zeroone.tasks.code.judge.Language;
import zeroone.tasks.code.judge.Toolchains;
import zeroone.tasks.code.kinds.GeneratedProblem;
import zeroone.tasks.code.kinds.Quality;
import zeroone.text.CounterRandom;

/**
 * The programs that people wrote are judged as what they are. Python for every kind; a compiled program costs half a second
 * of compiling, so each kind has one of those, in turn.
 */
final class JudgedPrograms {
    private final CodeVerifier verifier = new CodeVerifier();

    Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        int number = 0;
        for (String kind : GeneratedProblem.kinds()) {
            // In turn a function and a whole program.
            GeneratedProblem problem = GeneratedProblem.draw(
                    kind, number % 2 == 0, CounterRandom.of(2).split(kind).sequence());
            add(tests, problem, Quality.RIGHT, Language.PYTHON);
            add(tests, problem, Quality.WRONG, Language.PYTHON);
            add(tests, problem, Quality.values()[(number + 1) % 3], Language.CPP);
            number++;
        }
        GeneratedProblem rising =
                GeneratedProblem.draw("rising-picks", true, CounterRandom.of(3).sequence());
        GeneratedProblem sum =
                GeneratedProblem.draw("pick-sum", false, CounterRandom.of(3).sequence());
        add(tests, rising, Quality.SLOW, Language.JAVA);
        add(tests, sum, Quality.RIGHT, Language.JAVA);
        return tests.stream();
    }

    /** Skips nothing that CI runs: a language without a compiler here must be refused, which is tested instead. */
    private void add(List<DynamicTest> tests, GeneratedProblem generated, Quality quality, Language language) {
        String source = generated.program(quality, language).orElse("");
        if (source.isEmpty()) {
            return;
        }
        boolean installed = Toolchains.here().languages().contains(language);
        tests.add(dynamicTest(
                generated.kind() + ": " + quality + " in " + language.title() + (installed ? "" : " (not installed)"),
                () -> {
                    if (installed) {
                        judge(generated, quality, language, source);
                    } else {
                        assertThatThrownBy(() -> judge(generated, quality, language, source))
                                .hasMessageContaining("cannot be judged on this machine");
                    }
                }));
    }

    private void judge(GeneratedProblem generated, Quality quality, Language language, String source) {
        Problem problem = new GeneratedCodeProblem(generated).problem("code");
        Verdict verdict = verifier.verify(problem, "```" + language.tag() + "\n" + source + "```");
        switch (quality) {
            case RIGHT -> assertThat(verdict).isEqualTo(Verdict.CORRECT);
            case WRONG -> assertThat(verdict).asString().contains("reason=").contains("printed a wrong answer");
            case SLOW -> assertThat(verdict).asString().contains("took too long: more than ");
        }
    }
}
