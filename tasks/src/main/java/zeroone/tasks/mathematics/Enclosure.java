package zeroone.tasks.mathematics;

import java.math.BigInteger;
import zeroone.tasks.exact.Rational;

/**
 * A real number between low/2^precision and high/2^precision, both included. Every operation rounds outwards, so what it
 * says of a number is certain.
 */
record Enclosure(BigInteger low, BigInteger high, int precision) {
    private static final int MOST_BITS_UNDER_A_ROOT = 60_000;

    static Enclosure of(Rational number, int precision) {
        BigInteger scaled = number.numerator().shiftLeft(precision);
        BigInteger floor = floor(scaled, number.denominator());
        return new Enclosure(
                floor, floor.multiply(number.denominator()).equals(scaled) ? floor : next(floor), precision);
    }

    Enclosure plus(Enclosure other) {
        return new Enclosure(low.add(other.low), high.add(other.high), precision);
    }

    Enclosure negate() {
        return new Enclosure(high.negate(), low.negate(), precision);
    }

    Enclosure times(Enclosure other) {
        BigInteger a = low.multiply(other.low);
        BigInteger b = low.multiply(other.high);
        BigInteger c = high.multiply(other.low);
        BigInteger d = high.multiply(other.high);
        // A right shift rounds towards minus infinity.
        return new Enclosure(
                a.min(b).min(c.min(d)).shiftRight(precision),
                next(a.max(b).max(c.max(d)).shiftRight(precision)),
                precision);
    }

    /**
     * @throws UndecidedException if the other may be zero
     */
    Enclosure over(Enclosure other) {
        if (other.sign() == 0) {
            throw new UndecidedException("divides by what may be zero");
        }
        BigInteger a = floor(low.shiftLeft(precision), other.low);
        BigInteger b = floor(low.shiftLeft(precision), other.high);
        BigInteger c = floor(high.shiftLeft(precision), other.low);
        BigInteger d = floor(high.shiftLeft(precision), other.high);
        return new Enclosure(a.min(b).min(c.min(d)), next(a.max(b).max(c.max(d))), precision);
    }

    /** The root of a number that is not negative, whatever the lower end says. */
    Enclosure root(int degree) {
        if ((long) precision * degree > MOST_BITS_UNDER_A_ROOT) {
            throw new UndecidedException("cannot be decided within the limits of exact arithmetic");
        }
        int shift = precision * (degree - 1);
        return new Enclosure(
                wholeRoot(low.max(BigInteger.ZERO).shiftLeft(shift), degree),
                next(wholeRoot(high.max(BigInteger.ZERO).shiftLeft(shift), degree)),
                precision);
    }

    /** 1 or -1 if the sign is certain, else 0. */
    int sign() {
        return low.signum() > 0 ? 1 : high.signum() < 0 ? -1 : 0;
    }

    /** Whether the number is certainly less than 2^exponent in magnitude. */
    boolean isBelow(int exponent) {
        BigInteger limit = BigInteger.ONE.shiftLeft(Math.max(0, precision + exponent));
        return low.negate().compareTo(limit) < 0 && high.compareTo(limit) < 0;
    }

    /** Rounded down to the whole, by Newton's method from above. */
    static BigInteger wholeRoot(BigInteger number, int degree) {
        if (number.signum() == 0) {
            return BigInteger.ZERO;
        }
        if (degree == 2) {
            return number.sqrt();
        }
        BigInteger guess = BigInteger.ONE.shiftLeft(number.bitLength() / degree + 1);
        while (true) {
            BigInteger better = guess.multiply(BigInteger.valueOf(degree - 1L))
                    .add(number.divide(guess.pow(degree - 1)))
                    .divide(BigInteger.valueOf(degree));
            if (better.compareTo(guess) >= 0) {
                return guess;
            }
            guess = better;
        }
    }

    private static BigInteger floor(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() != 0 && parts[1].signum() != divisor.signum()
                ? parts[0].subtract(BigInteger.ONE)
                : parts[0];
    }

    private static BigInteger next(BigInteger number) {
        return number.add(BigInteger.ONE);
    }
}
