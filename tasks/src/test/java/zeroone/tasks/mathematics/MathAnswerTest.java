package zeroone.tasks.mathematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Verdict;

class MathAnswerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/2 | 0.5",
                "1/2 | \\frac{1}{2}",
                "1/2 | \\dfrac12",
                "1/2 | \\boxed{\\tfrac{1}{2}}",
                "1/2 | $\\frac{2}{4}$",
                "1/2 | \\[ \\boxed{.5} \\]",
                "-1/2 | -\\frac{1}{2}",
                "-1/2 | \\frac{-1}{2}",
                "-1/2 | −0.50",
                "2.5 | 2\\frac{1}{2}",
                "-2.5 | -2\\frac12",
                "1/3 | 0.\\overline{3}",
                "1/6 | 0.1\\overline{6}",
                "0.05 | 5\\%",
                "5\\% | 1/20",
                "1234567 | 1,234,567",
                "10000 | 10,\\!000",
                "10000 | 10{,}000",
                "10000 | 10\\,000",
                "1,000.5 | 1000.5",
                "2\\sqrt{2} | \\sqrt{8}",
                "2\\sqrt{2} | sqrt(8)",
                "2\\sqrt{2} | √8",
                "\\sqrt{2}/2 | \\frac{1}{\\sqrt{2}}",
                "\\sqrt 2+\\sqrt 3 | \\sqrt{5+2\\sqrt 6}",
                "\\sqrt 3+\\sqrt 2 | \\frac{1}{\\sqrt 3-\\sqrt 2}",
                "1 | \\sqrt[3]{2+\\sqrt5}+\\sqrt[3]{2-\\sqrt5}+1-\\sqrt[3]{2+\\sqrt5}+\\sqrt[3]{\\sqrt5-2}",
                "\\sqrt[3]{2} | 2^{1/3}",
                "4 | 8^{2/3}",
                "\\frac{1+\\sqrt5}{2} | \\frac{2}{\\sqrt5-1}",
                "\\frac{\\pi}{2} | 0.5\\pi",
                "\\frac{\\pi^2}{6} | \\pi^2/6",
                "1/(1+\\pi) | \\frac{2}{2+2\\pi}",
                "\\sqrt{\\pi}/2 | \\frac{1}{2}\\sqrt{\\pi}",
                "30^\\circ | 30",
                "30^\\circ | 30°",
                "30 degrees | 30^{\\circ}",
                "\\pi/6 | 30^\\circ",
                "\\frac{\\sqrt{3}}{2} | \\sin 60^\\circ",
                "1 | \\sin^2 x + 1 - \\sin^2(x)",
                "\\frac{\\sqrt6-\\sqrt2}{4} | \\sin\\frac{\\pi}{12}",
                "2-\\sqrt3 | \\tan 15^\\circ",
                "3\\ln 2 | \\ln 8",
                "3 | \\log_2 8",
                "\\frac{\\ln 3}{\\ln 2} | \\log_{4}9",
                "e^2 | e \\cdot e",
                "2 | \\ln e^2",
                "x^2+2x+1 | (x+1)^2",
                "\\frac{1}{x+1} | \\frac{x-1}{x^2-1}",
                "x^3 | x x x",
                "2^{n+1} | 2 \\cdot 2^n",
                "4^n | 2^{2n}",
                "120 | 5!",
                "10 | \\binom{5}{2}",
                "3+4i | 4i+3",
                "-4 | (1+i)^4",
                "\\frac{1-i}{2} | \\frac{1}{1+i}",
                "2i\\sqrt{3} | \\sqrt{-12}",
                "5 | x=5",
                "x=5 | 5",
                "3, 5 | 5, 3",
                "3, 5 | x=5 or x=3",
                "3, 5 | \\{5,3\\}",
                "\\{1,2,3\\} | \\{3,2,1,1\\}",
                "\\{1,2\\} | {2,1}",
                "1 \\pm \\sqrt{2} | 1-\\sqrt2, 1+\\sqrt2",
                "1+\\sqrt{2},1-\\sqrt{2} | 1 \\pm \\sqrt{2}",
                "1, -1, 2, -2 | \\pm 1, \\pm 2",
                "1, -1 | \\pm 2 \\mp 1",
                "1, -1, 2, -2 | \\{\\pm 1, \\pm 2\\}",
                "(1,2), (-1,2) | (\\pm 1, 2)",
                "(1,-2), (-1,2) | (\\pm 1, \\mp 2)",
                "(1,2) | \\left(1,\\frac{4}{2}\\right)",
                "[0,\\infty) | [0, \\infty)",
                "(-\\infty,2] | (-∞, 2]",
                "(-\\infty,1)\\cup(2,3] | (2,3] \\cup (-\\infty, 1)",
                "x \\in [1,2) | [1,2)",
                "1 \\le x < 2 | 2 > x >= 1",
                "y=2x+3 | 2x-y+3=0",
                "y=2x+3 | 2x+3",
                "\\begin{pmatrix}1\\\\2\\end{pmatrix} | \\begin{pmatrix} 1 \\\\ 4/2 \\end{pmatrix}",
                "\\infty | \\infty",
                "\\emptyset | \\{\\}",
                "5\\text{ cm} | 5 cm",
                "5 cm | 5",
                "5 cm^2 | 5\\text{ cm}^2",
                "12 inches | 12\\text{ inch}",
                "\\$12.50 | 12.5",
                "\\text{Tuesday} | tuesday",
                "\\text{(B)} | B",
                "A | A",
                "xy | yx",
                "x=1, y=2 | y=2, x=1",
                "25/2 | 5^2\\frac12",
                "2\\sqrt{3} | √12",
                "yes | Yes",
                "1/\\sqrt[64]{2} | 2^{-1/64}",
            })
    void equal_answers_are_equal_however_they_are_written(String reference, String answer) {
        assertThat(verify(reference, answer)).isEqualTo(Verdict.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | x=5 or 7",
                "5 | 5 or 7",
                "3, -3 | \\pm 1 \\pm 2",
                "5, -5 | x = \\pm(2 \\pm (-3))",
                "1, -1 | \\pm 0 \\pm 1",
                "(1,-1,2) | (\\pm 1, 2)",
                "(1,2), (-1,-2) | (\\pm 1, \\pm 2)",
                "5 | 5, 7",
                "5 | \\{5, 7\\}",
                "5 | The answer is 5",
                "5 | 5.",
                "5 | 5 apples",
                "5 | 5\\text{ cm}",
                "5 | 5 cm",
                "5 cm | 5 m",
                "5 cm | 5\\text{ m}",
                "x=5 | 2x=10",
                "30^\\circ | 30 cm",
                "5 | 5%",
                "5% | 5",
                "5 | 5^\\circ",
                "5 | \\$5",
                "5 | \\boxed{5} \\boxed{7}",
                "5 | \\boxed{5}\\boxed{5}",
                "5 | \\boxed{5",
                "5 | 5 5",
                "55 | 5 5",
                "25 | 2 5",
                "1000 | 1,00,0",
                "1000 | 10,00",
                "1234 | 1234,",
                "1234567 | 1,234567",
                "(1,234) | 1234",
                "1234 | (1,234)",
                "7 | 007",
                "1/2 | 1/2x",
                "1 | 1/2/2*4",
                "1/2 | 2^-1^1",
                "2.5 | 2 1/2",
                "10/3 | 2\\frac{5}{3}",
                "2.5 | 2(1/2)(5/2)5",
                "\\frac{1}{3} | 0.333",
                "\\frac{1}{3} | 0.3333333333333333333333333333333333333",
                "\\pi | 3.14159265358979",
                "\\pi | 22/7",
                "\\sqrt{2} | 1.41421356",
                "\\sqrt 2+\\sqrt 3 | \\sqrt{5+2\\sqrt{6}+1/10^{40}}",
                "\\sqrt 2+\\sqrt 3 | -\\sqrt{5+2\\sqrt 6}",
                "(1,2) | (2,1)",
                "(1,2) | [1,2]",
                "(1,2) | [1,2)",
                "(1,2) | 1,2",
                "1,2 | (1,2)",
                "(1,2) | \\{1,2\\}",
                "\\{1,2\\} | \\{1,2,3\\}",
                "\\{1,2,3\\} | \\{1,2\\}",
                "3, 5 | 3, 3",
                "3, 5 | 3",
                "3, 5 | 3, 5, 7",
                "\\infty | -\\infty",
                "\\infty | 10^{100}",
                "5 | \\infty",
                "[0,\\infty) | [0,\\infty]",
                "x=5 | y=5",
                "x=5 | x=7",
                "x=5 | x>5",
                "x=5 | 5=5",
                "x=5 | x=5=7",
                "x=5 | x=x",
                "5 | x=x",
                "5 | 0/0",
                "5 | 5+0/0",
                "5 | 5/(1-1)",
                "5 | 5 + 1/(\\sqrt{2}-\\sqrt{2})",
                "5 | 1e1",
                "5 | 5e0",
                "5 | ５",
                "5 | five",
                "5 | #5",
                "5 | 5\\text{ or }7",
                "1 \\le x < 2 | 1 < x < 2",
                "y=2x+3 | y=2x+4",
                "y=2x+3 | 0=0",
                "x^2 | x^3",
                "x=1, y=2 | 2, 1",
                "x=1, y=2 | x=2, y=1",
                "1, 2 | x=2, y=1",
                "no | on",
                "odd | ddo",
                "yes | no",
                "15 | 5!!",
                "1 | 0^0",
                "x | \\sqrt{x^2}",
                "2^{n+1} | 2^n+1",
                "Tuesday | Monday or Tuesday",
                "\\text{even} | even, odd",
                "5 | {\"answer\": 5}",
                "5 | 5\\%\\%",
                "5 | \\input{5}",
                "5 | 9^{9^9}",
                "5 | ((((((((((((((((((((((((((((((((((((5))))))))))))))))))))))))))))))))))))",
            })
    void everything_else_is_wrong(String reference, String answer) {
        assertThat(verify(reference, answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void silence_is_no_answer(String answer) {
        assertThat(verify("5", answer)).isEqualTo(Verdict.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "5 apples and 3 pears", "\\unknown{3}", "(1,2", ""})
    void a_reference_that_cannot_be_compared_is_refused_before_anybody_answers(String reference) {
        assertThatThrownBy(() -> MathAnswer.requireReadable(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }

    @Test
    void a_reason_says_what_is_wrong() {
        assertThat(verify("5", "6")).isEqualTo(Verdict.incorrect("is not equal to 5"));
        assertThat(verify("5", "five apples")).isEqualTo(Verdict.incorrect("has the word \"five\""));
        assertThat(verify("5 cm", "5 km")).isEqualTo(Verdict.incorrect("is in km, not in cm"));
    }

    private static Verdict verify(String reference, String answer) {
        return MathVerdict.of(reference, answer);
    }
}
