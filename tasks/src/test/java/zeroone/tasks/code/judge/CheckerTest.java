package zeroone.tasks.code.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
    private static final Checker NUMBERS = Checker.numbers(1e-6);

    @Test
    void words_are_equal_whatever_the_space_between_them() {
        assertThat(Checker.TOKENS.complaint(test("1 2\n3\n"), "1\t2 3")).isEmpty();
        assertThat(Checker.TOKENS.complaint(test(""), " \n")).isEmpty();
    }

    @Test
    void a_complaint_says_which_word_is_wrong() {
        assertThat(Checker.TOKENS.complaint(test("1 2 3"), "1 4 3")).contains("word 2 is \"4\", not \"2\"");
        assertThat(Checker.TOKENS.complaint(test("1 2 3"), "1 2")).contains("ends before word 3, which is \"3\"");
        assertThat(Checker.TOKENS.complaint(test("1 2"), "1 2 3")).contains("goes on after its end with \"3\"");
        assertThat(Checker.TOKENS.complaint(test("12"), "1 2")).isPresent();
        assertThat(Checker.TOKENS.complaint(test("1"), "1.0")).isPresent();
        assertThat(Checker.TOKENS.complaint(test("1"), "9".repeat(1_000_000)).orElseThrow())
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "2.50", "+2.5", "25e-1", "2.5000009", "2.4999991", "0.25E1"})
    void a_number_may_be_off_a_little(String printed) {
        assertThat(NUMBERS.complaint(test("2.5"), printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.50001",
                "2",
                "-2.5",
                "nan",
                "NaN",
                "inf",
                "0x2.8p0",
                "2,5",
                "２.５",
                "2.5f",
                "2.5 or 3",
                "1e999999999",
                "1e-999999999",
                "",
                "--2.5",
                "2.5.0",
                ".",
                "e1"
            })
    void what_is_no_near_number_is_wrong(String printed) {
        assertThat(NUMBERS.complaint(test("2.5"), printed)).isPresent();
    }

    @Test
    void the_tolerance_is_absolute_near_zero_and_relative_far_from_it() {
        assertThat(NUMBERS.complaint(test("0"), "0.0000009")).isEmpty();
        assertThat(NUMBERS.complaint(test("0"), "0.0000011")).isPresent();
        assertThat(NUMBERS.complaint(test("1000000000"), "1000000999")).isEmpty();
        assertThat(NUMBERS.complaint(test("1000000000"), "1000001001")).isPresent();
        assertThat(NUMBERS.complaint(test("no 1"), "no 1.0")).isEmpty();
        assertThat(NUMBERS.complaint(test("no 1"), "yes 1.0")).isPresent();
    }

    @Test
    void a_tolerance_is_between_0_and_1() {
        for (double tolerance : new double[] {0, 1, -1, Double.NaN}) {
            assertThatThrownBy(() -> Checker.numbers(tolerance))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tolerance");
        }
    }

    private static TestCase test(String expected) {
        return new TestCase("", expected);
    }
}
