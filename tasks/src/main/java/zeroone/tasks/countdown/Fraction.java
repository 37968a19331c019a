package zeroone.tasks.countdown;

import java.math.BigInteger;

/** An exact rational number in lowest terms with a positive denominator. */
record Fraction(BigInteger numerator, BigInteger denominator) {
    Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction with denominator zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    /** Whether it is 0, 1, 2, … */
    boolean isNatural() {
        return numerator.signum() >= 0 && denominator.equals(BigInteger.ONE);
    }

    /**
     * The exact result of an operation.
     *
     * @throws ArithmeticException on division by zero
     */
    Fraction apply(Operator operator, Fraction other) {
        BigInteger a = numerator.multiply(other.denominator);
        BigInteger b = other.numerator.multiply(denominator);
        BigInteger common = denominator.multiply(other.denominator);
        return switch (operator) {
            case ADD -> new Fraction(a.add(b), common);
            case SUBTRACT -> new Fraction(a.subtract(b), common);
            case MULTIPLY -> new Fraction(numerator.multiply(other.numerator), common);
            case DIVIDE -> new Fraction(a, b);
        };
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
