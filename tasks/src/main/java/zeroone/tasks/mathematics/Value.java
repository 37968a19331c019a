package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import zeroone.tasks.exact.Rational;

/** The quotient of two polynomials, the second of which is not zero: what an expression is worth. */
record Value(Polynomial numerator, Polynomial denominator) {
    private static final int LARGEST_EXPONENT = 1000;
    private static final int LARGEST_EXPONENT_OF_A_SUM = 40;
    private static final int MOST_BITS = 40_000;

    static final Value ONE = of(Rational.ONE);

    static Value of(Rational number) {
        return of(Polynomial.of(Algebraic.of(number)));
    }

    static Value of(Algebraic number) {
        return of(Polynomial.of(number));
    }

    static Value of(Polynomial polynomial) {
        return new Value(polynomial, Polynomial.ONE);
    }

    static Value atom(String atom) {
        return of(Polynomial.of(Monomial.of(atom, Rational.ONE), Algebraic.Exact.ONE));
    }

    Value plus(Value other) {
        if (isConstant() && other.isConstant()) {
            return of(constant().plus(other.constant()));
        }
        return denominator.equals(other.denominator)
                ? new Value(numerator.plus(other.numerator), denominator)
                : new Value(
                        numerator.times(other.denominator).plus(other.numerator.times(denominator)),
                        denominator.times(other.denominator));
    }

    Value negate() {
        if (isConstant()) {
            return of(constant().negate());
        }
        return new Value(numerator.negate(), denominator);
    }

    Value minus(Value other) {
        return plus(other.negate());
    }

    Value times(Value other) {
        if (isConstant() && other.isConstant()) {
            return of(constant().times(other.constant()));
        }
        return new Value(numerator.times(other.numerator), denominator.times(other.denominator));
    }

    /**
     * @throws UndecidedException if the other is zero
     */
    Value over(Value other) {
        if (other.numerator.isZero()) {
            throw new UndecidedException("divides by zero");
        }
        if (isConstant() && other.isConstant()) {
            return of(constant().over(other.constant()));
        }
        Polynomial divisor = other.numerator.times(denominator);
        Polynomial dividend = numerator.times(other.denominator);
        Optional<Map.Entry<Monomial, Algebraic>> single = divisor.singleTerm();
        if (single.isEmpty()) {
            return new Value(dividend, divisor);
        }
        Monomial inverse = single.get().getKey().power(Rational.of(-1));
        return of(dividend.times(
                Polynomial.of(inverse, Algebraic.Exact.ONE.over(single.get().getValue()))));
    }

    /** Whether both are worth the same; certain when it says so. */
    boolean sameAs(Value other) {
        return equals(other) || minus(other).numerator.isZero();
    }

    boolean isZero() {
        return numerator.isZero();
    }

    Optional<Rational> rational() {
        return denominator.isOne() ? numerator.rational() : Optional.empty();
    }

    /** The real algebraic number it is, if it is one. */
    Optional<Algebraic> algebraic() {
        return isConstant() ? Optional.of(constant()) : Optional.empty();
    }

    /** Whether it is a real algebraic number: no letters, no π, nothing below the line. */
    private boolean isConstant() {
        return denominator.isOne()
                && (numerator.terms().isEmpty()
                        || (numerator.terms().size() == 1 && numerator.terms().containsKey(Monomial.ONE)));
    }

    private Algebraic constant() {
        return numerator.terms().getOrDefault(Monomial.ONE, Algebraic.Exact.ZERO);
    }

    /** The power with any exponent that is understood: whole, fractional, or symbolic as in 2^n. */
    Value power(Value exponent) {
        Optional<Rational> number = exponent.rational();
        if (number.isEmpty()) {
            return Powers.symbolic(this, exponent);
        }
        Rational rational = number.get();
        if (rational.denominator().bitLength() > 7) {
            throw new UndecidedException("has an exponent with a denominator above 64");
        }
        Value root = rational.isWhole()
                ? this
                : Powers.root(this, rational.denominator().intValue());
        return root.power(rational.numerator());
    }

    Value power(BigInteger exponent) {
        if (exponent.bitLength() > 10 || Math.abs(exponent.intValue()) > LARGEST_EXPONENT) {
            throw new UndecidedException("has an exponent above " + LARGEST_EXPONENT);
        }
        int times = Math.abs(exponent.intValue());
        if (times == 0 && isZero()) {
            throw new UndecidedException("raises zero to the power zero");
        }
        Value positive = raised(times);
        return exponent.signum() < 0 ? ONE.over(positive) : positive;
    }

    private Value raised(int times) {
        Optional<Rational> rational = rational();
        if (rational.isPresent()) {
            if ((long) rational.get().size() * times > MOST_BITS) {
                throw new UndecidedException("has a power that is too large");
            }
            return of(rational.get().power(times));
        }
        boolean sum = numerator.terms().size() > 1 || denominator.terms().size() > 1;
        if (sum && times > LARGEST_EXPONENT_OF_A_SUM) {
            throw new UndecidedException("raises a sum to more than the power " + LARGEST_EXPONENT_OF_A_SUM);
        }
        Value result = ONE;
        Value square = this;
        for (int rest = times; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result.times(square);
            }
            if (rest > 1) {
                square = square.times(square);
            }
        }
        return result;
    }

    /** A text that is equal for equal values without a denominator. */
    String text() {
        if (!denominator.isOne()) {
            throw new UndecidedException("has a function of a fraction of sums, which is not decided");
        }
        return numerator.text();
    }
}
