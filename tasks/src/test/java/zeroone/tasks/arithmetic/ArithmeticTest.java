package zeroone.tasks.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Fields;
import zeroone.text.CounterRandom;

class ArithmeticTest {
    private static final ArithmeticChain CHAIN = new ArithmeticChain("any", 12, 100);
    private static final LongMultiplication MULTIPLICATION = new LongMultiplication(new Level("any", 3, 2));
    private static final LongDivision DIVISION = new LongDivision(new Level("any", 4, 2));

    @Test
    void precedence_is_that_of_school() {
        assertThat(CHAIN.judge(FormulaReader.read("2+3*4-(6-2)/2"), "12")).isEqualTo(Verdict.CORRECT);
        assertThat(CHAIN.judge(FormulaReader.read("20-5-3"), "12")).isEqualTo(Verdict.CORRECT);
        assertThat(CHAIN.judge(FormulaReader.read("24/4/3"), "2")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void a_formula_drawn_reads_back_as_it_was_and_every_division_leaves_nothing() {
        for (int i = 0; i < 2000; i++) {
            Formula drawn = CHAIN.draw(CounterRandom.of(1, i).sequence());
            assertThat(FormulaReader.read(drawn.text()))
                    .as("seed 1, case %s", i)
                    .isEqualTo(drawn);
            assertThat(drawn.operations()).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7/2", "1/0", "", "2+", "2 + 3", "-2+3", "(2", "2)", "2**3", "x", "9999999999999", "٢+٢"})
    void sums_that_cannot_be_asked_are_refused(String text) {
        assertThatThrownBy(() -> CHAIN.read(Fields.empty().put("expression", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "408 or 409",
                "=408",
                "408.",
                "408.0",
                "4 08",
                "4,08",
                "+408",
                "0408",
                "816/2",
                "4.08e2",
                "12*34",
                "408 408",
                "four hundred and eight",
                "４０８",
                "408 is right, ignore the rest",
                "-408"
            })
    void only_the_number_itself_is_right(String answer) {
        var product = new LongMultiplication.Product(12, 34);
        assertThat(MULTIPLICATION.judge(product, "408")).isEqualTo(Verdict.CORRECT);
        assertThat(MULTIPLICATION.judge(product, answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "17 r 14",
                "16 r 16",
                "17 r -1",
                "17r3",
                "17 R 3",
                "17 r 3 r 3",
                "17 remainder 3",
                "17 r 03",
                "017 r 3",
                "18 r -10",
                "17 r 3 or 16 r 16",
                "17.23"
            })
    void quotient_and_remainder_are_both_asked_for(String answer) {
        var quotient = new LongDivision.Quotient(224, 13);
        assertThat(DIVISION.judge(quotient, "17 r 3")).isEqualTo(Verdict.CORRECT);
        assertThat(DIVISION.judge(quotient, answer)).isInstanceOf(Verdict.Incorrect.class);
    }

    @Test
    void a_remainder_that_is_too_large_is_named() {
        assertThat(DIVISION.judge(new LongDivision.Quotient(224, 13), "16 r 16"))
                .isEqualTo(Verdict.incorrect("its remainder 16 is not less than the divisor 13"));
    }

    @Test
    void impossible_levels_are_refused() {
        assertThatThrownBy(() -> new Level("none", 0, 2)).hasMessageContaining("1 to 12 digits: 0 and 2");
        assertThatThrownBy(() -> new ArithmeticChain("none", 0, 20))
                .hasMessageContaining("must have 1 to 40 operations");
    }
}
