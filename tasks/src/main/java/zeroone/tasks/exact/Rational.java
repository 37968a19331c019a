package zeroone.tasks.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rational number in lowest terms with a positive denominator. */
public final class Rational implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    private static final int LONGEST = 400;
    private static final int MOST_DIGITS_OF_A_LONG = 18;

    // Most numbers of answers are small, and arithmetic with them takes a few machine instructions. In lowest terms a
    // number is either small or large, never both, so equality may compare the fields.
    private final int numerator;
    private final int denominator;
    private final @Nullable Large large;

    /** A number of which numerator or denominator is no int. */
    private record Large(BigInteger numerator, BigInteger denominator) {}

    /**
     * @throws ArithmeticException if the denominator is 0
     */
    public Rational(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("the denominator of a rational number must not be 0: " + numerator + "/0");
        }
        BigInteger above = numerator;
        BigInteger below = denominator;
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            above = numerator.divide(divisor);
            below = denominator.divide(divisor);
        }
        boolean small = above.bitLength() < Integer.SIZE && below.bitLength() < Integer.SIZE;
        this.numerator = small ? above.intValue() : 0;
        this.denominator = small ? below.intValue() : 0;
        this.large = small ? null : new Large(above, below);
    }

    private Rational(int numerator, int denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.large = null;
    }

    public static Rational of(long value) {
        return value == (int) value
                ? new Rational((int) value, 1)
                : new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /**
     * @throws ArithmeticException if the denominator is 0
     */
    public static Rational of(long numerator, long denominator) {
        if (denominator > 0 && numerator != Long.MIN_VALUE) {
            long divisor = divisor(Math.abs(numerator), denominator);
            long above = numerator / divisor;
            long below = denominator / divisor;
            if (above == (int) above && below == (int) below) {
                return new Rational((int) above, (int) below);
            }
        }
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    /** The greatest common divisor, by Euclid. */
    private static long divisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /**
     * The number that the whole text writes as 12, -3, 0.25 or -7/4, without leading zeros; empty if the text is
     * anything else or longer than 400 characters.
     */
    public static Optional<Rational> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int start = text.startsWith("-") ? 1 : 0;
        int point = endOfDigits(text, start);
        if (point == start || (text.charAt(start) == '0' && point > start + 1)) {
            return Optional.empty();
        }
        if (point == text.length()) {
            return Optional.of(point <= MOST_DIGITS_OF_A_LONG ? of(Long.parseLong(text)) : of(new BigInteger(text)));
        }
        boolean fraction = text.charAt(point) == '/';
        int end = endOfDigits(text, point + 1);
        if (end == point + 1
                || end < text.length()
                || (fraction ? text.charAt(point + 1) == '0' : text.charAt(point) != '.')) {
            return Optional.empty();
        }
        String after = text.substring(point + 1);
        if (fraction && end <= MOST_DIGITS_OF_A_LONG) {
            return Optional.of(of(Long.parseLong(text.substring(0, point)), Long.parseLong(after)));
        }
        BigInteger numerator = new BigInteger(fraction ? text.substring(0, point) : text.substring(0, point) + after);
        return Optional.of(
                new Rational(numerator, fraction ? new BigInteger(after) : BigInteger.TEN.pow(after.length())));
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** The whole number that the whole text writes, without leading zeros; empty if it is anything else. */
    public static Optional<BigInteger> readWhole(String text) {
        return read(text)
                .filter(number -> number.isWhole() && text.indexOf('/') < 0 && text.indexOf('.') < 0)
                .map(Rational::numerator);
    }

    public BigInteger numerator() {
        return large == null ? BigInteger.valueOf(numerator) : large.numerator;
    }

    public BigInteger denominator() {
        return large == null ? BigInteger.valueOf(denominator) : large.denominator;
    }

    public Rational plus(Rational other) {
        if (denominator == 1 && other.denominator == 1) {
            return of((long) numerator + other.numerator);
        }
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        if (large == null && other.large == null) {
            if (denominator == other.denominator) {
                return of((long) numerator + other.numerator, denominator);
            }
            // Products of ints are below 2^62 in magnitude, so their sum is a long.
            return of(
                    (long) numerator * other.denominator + (long) other.numerator * denominator,
                    (long) denominator * other.denominator);
        }
        return new Rational(
                numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
                denominator().multiply(other.denominator()));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        if (denominator == 1 && other.denominator == 1) {
            return of((long) numerator * other.numerator);
        }
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (large == null && other.large == null) {
            return of((long) numerator * other.numerator, (long) denominator * other.denominator);
        }
        return new Rational(
                numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
    }

    /**
     * @throws ArithmeticException if the other is 0
     */
    public Rational over(Rational other) {
        if (large == null && other.large == null) {
            long above = (long) numerator * other.denominator;
            long below = (long) denominator * other.numerator;
            return below < 0 ? of(-above, -below) : of(above, below);
        }
        return new Rational(
                numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
    }

    public Rational negate() {
        return large == null && numerator != Integer.MIN_VALUE
                ? new Rational(-numerator, denominator)
                : new Rational(numerator().negate(), denominator());
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
        Rational positive =
                new Rational(numerator().pow(Math.abs(exponent)), denominator().pow(Math.abs(exponent)));
        return exponent < 0 ? ONE.over(positive) : positive;
    }

    public int signum() {
        return large == null ? Integer.signum(numerator) : large.numerator.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public boolean isWhole() {
        return large == null ? denominator == 1 : large.denominator.equals(BigInteger.ONE);
    }

    /** Bits of numerator and denominator together: what arithmetic with it costs. */
    public int size() {
        return large == null
                ? 2 * Integer.SIZE
                        - Integer.numberOfLeadingZeros(numerator < 0 ? ~numerator : numerator)
                        - Integer.numberOfLeadingZeros(denominator)
                : large.numerator.bitLength() + large.denominator.bitLength();
    }

    /** The nearest decimal number with so many decimals; half of the last place is rounded up in magnitude. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Rational other) {
        if (large == null && other.large == null) {
            return Long.compare((long) numerator * other.denominator, (long) other.numerator * denominator);
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Rational other
                && numerator == other.numerator
                && denominator == other.denominator
                && Objects.equals(large, other.large);
    }

    @Override
    public int hashCode() {
        return large == null ? 31 * numerator + denominator : large.hashCode();
    }

    /** As {@link #read} reads it: 12, -3, -7/4. */
    @Override
    public String toString() {
        if (large != null) {
            return isWhole() ? large.numerator.toString() : large.numerator + "/" + large.denominator;
        }
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }
}
