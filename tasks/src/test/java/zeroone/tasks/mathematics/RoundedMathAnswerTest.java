package zeroone.tasks.mathematics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeroone.tasks.Verdict;

class RoundedMathAnswerTest {
    @ParameterizedTest
    @CsvSource({
        "\\sqrt{2}, 4, 1.4142",
        "\\pi, 10, 3.1415926536",
        "e, 5, 2.71828",
        "\\ln 10, 6, 2.302585",
        "\\frac{2}{3}, 3, 0.667",
        "1/8, 2, 0.13",
        "-1/8, 2, -0.13",
        "\\sqrt{\\pi}, 4, 1.7725",
        "1/(1+\\pi), 4, 0.2415",
        "e^5, 0, 148",
    })
    void decimals_that_are_asked_for_are_rounded_exactly(String reference, int decimals, String answer) {
        assertThat(MathVerdict.of(reference, decimals, answer)).isEqualTo(Verdict.CORRECT);
        for (String wrong : List.of(answer + "0", answer + "1", "1" + answer, "9", reference, "-" + answer)) {
            assertThat(MathVerdict.of(reference, decimals, wrong)).as(wrong).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    @Test
    void a_decimal_in_the_wrong_direction_is_wrong() {
        assertThat(MathVerdict.of("\\sqrt 2", 4, "1.4143")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(MathVerdict.of("\\sqrt 2", 4, "1.4141")).isInstanceOf(Verdict.Incorrect.class);
        assertThat(MathVerdict.of("1/8", 2, "0.12")).isInstanceOf(Verdict.Incorrect.class);
    }
}
