package zeroone.tasks.mathematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import zeroone.tasks.exact.Rational;
import zeroone.text.CounterRandom;

class AlgebraicTest {
    private static Algebraic root(long number) {
        return Algebraic.of(number).root(2);
    }

    @Test
    void denested_radicals_are_equal_and_their_neighbours_are_not() {
        for (int i = 0; i < 300; i++) {
            RandomGenerator random = CounterRandom.of(31, i).sequence();
            long a = random.nextLong(2, 60);
            long b = random.nextLong(2, 60);
            // (√a + √b)² = a + b + 2√(ab)
            Algebraic nested =
                    Algebraic.of(a + b).plus(Algebraic.of(2).times(root(a * b))).root(2);
            Algebraic difference = root(a).plus(root(b)).plus(nested.negate());
            assertThat(difference.sign()).as("√%s + √%s", a, b).isZero();
            Algebraic tiny = Algebraic.of(new Rational(BigInteger.ONE, BigInteger.TEN.pow(random.nextInt(1, 60))));
            assertThat(difference.plus(tiny).sign())
                    .as("√%s + √%s, a little more", a, b)
                    .isEqualTo(1);
            assertThat(difference.plus(tiny.negate()).sign())
                    .as("√%s + √%s, a little less", a, b)
                    .isEqualTo(-1);
        }
    }

    @Test
    void roots_of_powers_are_rational() {
        assertThat(Algebraic.of(Rational.of(8, 27)).root(3)).isEqualTo(Algebraic.of(Rational.of(2, 3)));
        assertThat(root(49)).isEqualTo(Algebraic.of(7));
        assertThat(root(12)).isEqualTo(Algebraic.of(2).times(root(3)));
    }

    @Test
    void enclosures_hold_what_they_enclose() {
        for (int i = 0; i < 500; i++) {
            RandomGenerator random = CounterRandom.of(32, i).sequence();
            long number = random.nextLong(1, 1_000_000);
            int degree = random.nextInt(2, 6);
            int precision = random.nextInt(20, 300);
            Enclosure root = Enclosure.of(Rational.of(number), precision).root(degree);
            Rational unit = Rational.of(2).power(-precision);
            Rational low = Rational.of(root.low()).times(unit);
            Rational high = Rational.of(root.high()).times(unit);
            assertThat(low.power(degree)).isLessThanOrEqualTo(Rational.of(number));
            assertThat(high.power(degree)).isGreaterThanOrEqualTo(Rational.of(number));
            assertThat(high.minus(low)).isLessThanOrEqualTo(unit.times(Rational.of(4)));
        }
    }

    @Test
    void what_cannot_be_decided_is_said_to_be_undecided() {
        Algebraic deep = Algebraic.of(3);
        for (int i = 0; i < 12; i++) {
            deep = deep.root(2).plus(Algebraic.Exact.ONE);
        }
        Algebraic same = deep.times(deep).plus(deep.times(deep).negate());
        assertThatThrownBy(same::sign).isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> Algebraic.Exact.ONE.over(Algebraic.Exact.ZERO)).isInstanceOf(UndecidedException.class);
    }
}
