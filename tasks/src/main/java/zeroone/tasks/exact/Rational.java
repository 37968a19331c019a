package zeroone.tasks.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rational number in lowest terms with a positive denominator. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    private static final int LONGEST = 400;
    private static final Pattern FORM =
            Pattern.compile("-?(?<whole>0|[1-9][0-9]*+)(?:\\.(?<decimals>[0-9]++)|/(?<divisor>[1-9][0-9]*+))?");

    /**
     * @throws ArithmeticException if the denominator is 0
     */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("the denominator of a rational number must not be 0: " + numerator + "/0");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    /**
     * The number that the whole text writes as 12, -3, 0.25 or -7/4, without leading zeros; empty if the text is
     * anything else or longer than 400 characters.
     */
    public static Optional<Rational> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String decimals = form.group("decimals");
        String divisor = form.group("divisor");
        BigInteger numerator = new BigInteger(decimals == null ? form.group("whole") : form.group("whole") + decimals);
        BigInteger denominator = divisor != null
                ? new BigInteger(divisor)
                : decimals == null ? BigInteger.ONE : BigInteger.TEN.pow(decimals.length());
        return Optional.of(new Rational(text.charAt(0) == '-' ? numerator.negate() : numerator, denominator));
    }

    /** The whole number that the whole text writes, without leading zeros; empty if it is anything else. */
    public static Optional<BigInteger> readWhole(String text) {
        return read(text)
                .filter(number -> number.isWhole() && text.indexOf('/') < 0 && text.indexOf('.') < 0)
                .map(Rational::numerator);
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * @throws ArithmeticException if the other is 0
     */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /**
     * The power with a whole exponent, which may be negative.
     *
     * @throws ArithmeticException if 0 is raised to a negative exponent
     */
    public Rational power(int exponent) {
        Rational positive = new Rational(numerator.pow(Math.abs(exponent)), denominator.pow(Math.abs(exponent)));
        return exponent < 0 ? ONE.over(positive) : positive;
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** Bits of numerator and denominator together: what arithmetic with it costs. */
    public int size() {
        return numerator.bitLength() + denominator.bitLength();
    }

    /** The nearest decimal number with so many decimals; half of the last place is rounded up in magnitude. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** As {@link #read} reads it: 12, -3, -7/4. */
    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
