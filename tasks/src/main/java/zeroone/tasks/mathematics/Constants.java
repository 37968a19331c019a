package zeroone.tasks.mathematics;

import java.math.BigInteger;
import zeroone.tasks.exact.Rational;

/** Enclosures of π, e and the logarithms of primes, by series whose remainders are bounded. */
final class Constants {
    private Constants() {}

    /**
     * @throws UndecidedException if the atom is not such a constant
     */
    static Enclosure enclosure(String atom, int precision) {
        if (atom.equals(Monomial.PI)) {
            // Machin: π/4 = 4 arctan(1/5) - arctan(1/239).
            Enclosure first = arcTangent(5, false, precision).times(Enclosure.of(Rational.of(16), precision));
            Enclosure second = arcTangent(239, false, precision).times(Enclosure.of(Rational.of(4), precision));
            return first.plus(second.negate());
        }
        if (atom.equals(Monomial.E)) {
            return euler(precision);
        }
        if (atom.startsWith("ln ")) {
            return logarithm(new BigInteger(atom.substring(3)), precision);
        }
        throw new UndecidedException("has " + atom + ", of which no decimals are known here");
    }

    /** ln p as k·ln 2 + ln(p/2^k), each 2·artanh of something at most 1/3. */
    private static Enclosure logarithm(BigInteger prime, int precision) {
        int twos = prime.bitLength() - 1;
        Enclosure two = Enclosure.of(Rational.of(2), precision);
        Enclosure ofTwo = two.times(arTangent(Rational.of(1, 3), true, precision));
        Rational rest = new Rational(prime, BigInteger.ONE.shiftLeft(twos));
        Rational ratio = rest.minus(Rational.ONE).over(rest.plus(Rational.ONE));
        return ofTwo.times(Enclosure.of(Rational.of(twos), precision))
                .plus(two.times(arTangent(ratio, true, precision)));
    }

    private static Enclosure arcTangent(long inverse, boolean hyperbolic, int precision) {
        return arTangent(Rational.of(1, inverse), hyperbolic, precision);
    }

    /** The series x ∓ x³/3 + x⁵/5 …, for x at most 1/3; what is left after a term is less than twice the next. */
    private static Enclosure arTangent(Rational x, boolean hyperbolic, int precision) {
        Enclosure square = Enclosure.of(x.times(x), precision);
        Enclosure power = Enclosure.of(x, precision);
        Enclosure sum = Enclosure.of(Rational.ZERO, precision);
        for (int i = 0; power.high().compareTo(BigInteger.TWO) > 0 && i <= precision; i++) {
            Enclosure term = power.times(Enclosure.of(Rational.of(1, 2L * i + 1), precision));
            sum = sum.plus(hyperbolic || i % 2 == 0 ? term : term.negate());
            power = power.times(square);
        }
        return widened(sum, power.high().add(BigInteger.TWO));
    }

    private static Enclosure euler(int precision) {
        Enclosure term = Enclosure.of(Rational.ONE, precision);
        Enclosure sum = term;
        for (int i = 1; term.high().compareTo(BigInteger.ONE) > 0 && i <= precision; i++) {
            term = term.times(Enclosure.of(Rational.of(1, i), precision));
            sum = sum.plus(term);
        }
        return widened(sum, term.high().add(BigInteger.TWO));
    }

    private static Enclosure widened(Enclosure range, BigInteger by) {
        BigInteger twice = by.shiftLeft(1);
        return new Enclosure(range.low().subtract(twice), range.high().add(twice), range.precision());
    }
}
