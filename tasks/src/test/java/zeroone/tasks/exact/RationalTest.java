package zeroone.tasks.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
    @ParameterizedTest
    @CsvSource({"12, 12", "-3, -3", "6/4, 3/2", "-6/4, -3/2", "0.250, 1/4", "-0.5, -1/2", "0, 0", "-0, 0", "4/2, 2"})
    void a_number_is_read_exactly_and_in_lowest_terms(String text, String written) {
        assertThat(Rational.read(text)).map(Rational::toString).hasValue(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " 1", "1 ", "1/0", "1/-2", "--1", "+1", "01", "1/02", ".5", "5.", "1e3", "1/2/3", "1 2", "1,000",
                "٣", "１", "NaN", "0x10", "1/2.5", "−1"
            })
    void what_is_not_one_number_is_refused(String text) {
        assertThat(Rational.read(text)).isEmpty();
    }

    @Test
    void a_flood_of_digits_is_refused() {
        assertThat(Rational.read("1".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, true", "1.0, false", "4/2, false", "-7, true"})
    void a_whole_number_is_written_without_point_and_line(String text, boolean whole) {
        assertThat(Rational.readWhole(text).isPresent()).isEqualTo(whole);
    }

    @Test
    void arithmetic_is_exact() {
        Rational third = Rational.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Rational.ONE);
        assertThat(third.minus(third)).isEqualTo(Rational.ZERO);
        assertThat(Rational.of(2, -4)).isEqualTo(Rational.of(-1, 2));
        assertThat(Rational.of(2, 3).power(-2)).isEqualTo(Rational.of(9, 4));
        assertThat(third).isLessThan(Rational.of(1, 2));
        assertThatThrownBy(() -> third.over(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(1, 0)).hasMessageContaining("must not be 0");
    }

    @ParameterizedTest
    @CsvSource({
        "2+3*4, 14",
        "(2+3)*4, 20",
        "2-3-4, -5",
        "12/4/3, 1",
        "-3*-2, 6",
        "2*(-3)^2, 18",
        "1/3+1/6, 1/2",
        "17%5, 2",
        "(-3)%5, 2",
        "2^-2, ",
        "2^(-2), 1/4",
        "3*, ",
        "1/0, ",
        "1 + 1, ",
        "9^9^9, ",
        "2^9999, ",
        "1%0, ",
        "((1), ",
        "x, "
    })
    void a_sum_is_worked_out_or_refused(String text, String value) {
        assertThat(Arithmetic.value(text).map(Rational::toString).orElse(null)).isEqualTo(value);
    }

    @Test
    void deep_and_long_sums_are_refused() {
        assertThat(Arithmetic.value("(".repeat(500) + "1" + ")".repeat(499))).isEmpty();
        assertThat(Arithmetic.value("1+".repeat(5000) + "1")).isEmpty();
    }
}
