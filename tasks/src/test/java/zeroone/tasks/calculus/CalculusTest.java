package zeroone.tasks.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Fields;
import zeroone.text.CounterRandom;

class CalculusTest {
    private static final Integral INTEGRAL = new Integral("any", Expression.Kind.PRODUCT, 2);
    private static final Derivative DERIVATIVE = new Derivative("any", Expression.Kind.PRODUCT, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sin(x)^2 + cos(x)^2; 1",
                "sin(2*x); 2*sin(x)*cos(x)",
                "cos(x)^2; (1+cos(2x))/2",
                "exp(x)*exp(-x); 1",
                "exp(2*x); exp(x)^2",
                "exp(2x+1); exp(2x)*exp(1)",
                "e^(2x); exp(2*x)",
                "e^x; exp(x)",
                "sin(x+1); sin(x)*cos(1)+cos(x)*sin(1)",
                "sin(-x); -sin(x)",
                "(x+1)^2; x^2+2x+1",
                "3x^2exp(2x); exp(2x)*x*x*3",
                "x/2; 0.5x",
                "sin(x)^4; (3-4*cos(2*x)+cos(4*x))/8",
                "sin(0); 0",
                "cos(0)*x; x",
            })
    void functions_that_are_equal_have_one_form(String left, String right) throws NotAFunction {
        assertThat(FunctionReader.read(left)).isEqualTo(FunctionReader.read(right));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "exp(1); 2.718281828",
                "sin(x); x",
                "sin(1); 0.8414709848",
                "exp(x); 1+x+x^2/2",
                "x^2; x^3",
                "exp(1); exp(2)"
            })
    void functions_that_are_not_equal_have_different_forms(String left, String right) throws NotAFunction {
        assertThat(FunctionReader.read(left)).isNotEqualTo(FunctionReader.read(right));
    }

    @Test
    void every_antiderivative_is_right() {
        Expression expression = Expression.read(Fields.empty().put("function", "2*x*exp(3*x)"));
        for (String right : List.of(
                "2/3*x*exp(3*x) - 2/9*exp(3*x)",
                "exp(3x)*(6x-2)/9",
                "exp(3x)*(6x-2)/9 + 17",
                "e^(3x)*(2/3*x-2/9)+exp(1)")) {
            assertThat(INTEGRAL.judge(expression, right)).as(right).isEqualTo(Verdict.CORRECT);
        }
        for (String wrong : List.of(
                "exp(3x)*(6x-2)/9 + C",
                "exp(3x)*(6x-1)/9",
                "2*x*exp(3*x)",
                "x^2*exp(3*x)",
                "exp(3x)*(6x-2)/9 + x",
                "exp(3x)*(6x-2)/9 or 0",
                "integral of 2*x*exp(3*x)",
                "2*x*exp(3*x)dx",
                "0")) {
            assertThat(INTEGRAL.judge(expression, wrong)).as(wrong).isInstanceOf(Verdict.Incorrect.class);
        }
    }

    @Test
    void a_derivative_is_compared_as_a_function() {
        Expression expression = Expression.read(Fields.empty().put("function", "3*exp(2*x)*sin(1*x)"));
        assertThat(DERIVATIVE.judge(expression, "3exp(2x)(2sin(x)+cos(x))")).isEqualTo(Verdict.CORRECT);
        assertThat(DERIVATIVE.judge(expression, "6*exp(2*x)*cos(x)"))
                .isEqualTo(Verdict.incorrect("is not the derivative"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "x x 2", "2 5", "x2", "1/2x", "1/x", "1/2/3", "x^-1", "x^y", "x^(1/2)", "exp(x^2)", "sin x",
                        "ln(x)",
                "sqrt(x)", "exp(exp(x))", "x^41", "(x+1", "x+1)", "++x", "x=1", "tan(x)", "exp", "０", "x^2^2", "1e5",
                        "01",
                "x**2", "sin(x)cos", "None", "f(x)"
            })
    void texts_that_are_no_such_function_are_refused(String text) {
        assertThatThrownBy(() -> FunctionReader.read(text)).as(text).isInstanceOf(NotAFunction.class);
    }

    @Test
    void a_question_is_the_function_that_its_text_says() throws NotAFunction {
        for (int seed = 0; seed < 300; seed++) {
            for (Expression.Kind kind : Expression.Kind.values()) {
                Expression drawn = Expression.draw(
                        kind, 1 + seed % 5, CounterRandom.of(seed).sequence());
                assertThat(drawn.function())
                        .as("seed %d: %s", seed, drawn.text())
                        .isEqualTo(FunctionReader.read(drawn.text()));
            }
        }
    }

    /** An exponent that wraps around at 2^32 would make x^(2^32) one and the derivative of x^(2^31) zero. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void powers_do_not_wrap_around(int times) {
        String huge = "(".repeat(times) + "x" + "^16)".repeat(times);
        for (String text : List.of(huge, huge + "^8", "(x^2)*" + huge + "^8", "x^2+" + huge + "^8")) {
            assertThatThrownBy(() -> FunctionReader.read(text)).as(text).isInstanceOf(NotAFunction.class);
        }
    }

    @Test
    void hostile_texts_are_refused_quickly() {
        for (String text : List.of(
                "(".repeat(3000),
                "sin(".repeat(500),
                "(x+1)^40".repeat(100),
                "(sin(x)+cos(2x)+exp(3x)+x)^40",
                "((((x+9999999999)^40)^40)^40)^40",
                "x".repeat(2000) + "2",
                "9".repeat(1_000_000))) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> FunctionReader.read(text)).isInstanceOf(NotAFunction.class);
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin(x)", "x^2", "3*x^13", "3*sin(0*x)", "3 * x", "3*x + ", "3*cos(2*x)*exp(1*x)", "0"})
    void problems_in_another_form_are_refused(String function) {
        assertThatThrownBy(() -> DERIVATIVE.read(Fields.empty().put("function", function)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }
}
