package zeroone.tasks.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
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

    /** Small and large numbers are kept in different ways; at the borders between them nothing may change. */
    @Test
    void arithmetic_is_exact_for_numbers_of_every_size() {
        List<BigInteger> numbers = new ArrayList<>();
        for (int bits : new int[] {0, 1, 5, 30, 31, 32, 33, 62, 63, 64, 65, 200}) {
            for (int by = -1; by <= 1; by++) {
                BigInteger number = BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(by));
                numbers.add(number);
                numbers.add(number.negate());
            }
        }
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            BigInteger a = numbers.get(random.nextInt(numbers.size()));
            BigInteger b = numbers.get(random.nextInt(numbers.size()));
            BigInteger c = numbers.get(random.nextInt(numbers.size()));
            BigInteger d = numbers.get(random.nextInt(numbers.size()));
            if (b.signum() == 0 || d.signum() == 0) {
                continue;
            }
            Rational left = new Rational(a, b);
            Rational right = new Rational(c, d);
            same(left, a, b);
            same(left.plus(right), a.multiply(d).add(c.multiply(b)), b.multiply(d));
            same(left.minus(right), a.multiply(d).subtract(c.multiply(b)), b.multiply(d));
            same(left.times(right), a.multiply(c), b.multiply(d));
            same(left.negate(), a.negate(), b);
            if (c.signum() != 0) {
                same(left.over(right), a.multiply(d), b.multiply(c));
            }
            int order = a.multiply(d).subtract(c.multiply(b)).signum() * b.signum() * d.signum();
            assertThat(Integer.signum(left.compareTo(right))).isEqualTo(order);
            assertThat(left.equals(right)).isEqualTo(order == 0);
            assertThat(left.size())
                    .isEqualTo(left.numerator().bitLength() + left.denominator().bitLength());
            assertThat(Rational.read(left.toString())).hasValue(left);
            if (a.bitLength() < 64 && b.bitLength() < 64) {
                same(Rational.of(a.longValue(), b.longValue()), a, b);
            }
        }
    }

    private static void same(Rational number, BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        assertThat(number.numerator()).isEqualTo(numerator.divide(divisor));
        assertThat(number.denominator()).isEqualTo(denominator.divide(divisor));
        assertThat(number.signum()).isEqualTo(numerator.signum() * denominator.signum());
        assertThat(number.isWhole()).isEqualTo(number.denominator().equals(BigInteger.ONE));
        // Equal numbers are equal however they came about.
        Rational again = new Rational(number.numerator(), number.denominator());
        assertThat(number).isEqualTo(again).hasSameHashCodeAs(again);
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
