package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import zeroone.tasks.exact.Rational;

/**
 * A real number made of rationals, + * / and real roots. Numbers are kept as they were made; {@link #sign} decides what
 * they are, with certainty or not at all.
 */
sealed interface Algebraic {
    /** Sizes beyond this are not decided. */
    int HEAVIEST = 4000;

    int LARGEST_RATIONAL = 40_000;
    int LARGEST_DEGREE = 64;

    /** Roots are simplified by factors below this. */
    int LARGEST_FACTOR = 200;

    /** How many numbers and operations it is made of. */
    int weight();

    /** A rational number. */
    record Exact(Rational value) implements Algebraic {
        static final Algebraic ZERO = new Exact(Rational.ZERO);
        static final Algebraic ONE = new Exact(Rational.ONE);

        @Override
        public int weight() {
            return 1;
        }
    }

    /** The sum of two. */
    record Sum(Algebraic left, Algebraic right, int weight) implements Algebraic {}

    /** The product of two. */
    record Product(Algebraic left, Algebraic right, int weight) implements Algebraic {}

    /** The quotient of two, the second of which is not zero. */
    record Quotient(Algebraic left, Algebraic right, int weight) implements Algebraic {}

    /** The real root of a number that is not negative. */
    record Root(Algebraic radicand, int degree, int weight) implements Algebraic {}

    static Algebraic of(Rational value) {
        if (value.size() > LARGEST_RATIONAL) {
            throw new UndecidedException("has a number that is too large");
        }
        return new Exact(value);
    }

    static Algebraic of(long value) {
        return new Exact(Rational.of(value));
    }

    default Algebraic plus(Algebraic other) {
        if (this instanceof Exact(Rational a) && other instanceof Exact(Rational b)) {
            return of(a.plus(b));
        }
        if (equals(Exact.ZERO)) {
            return other;
        }
        return other.equals(Exact.ZERO) ? this : new Sum(this, other, together(this, other));
    }

    default Algebraic times(Algebraic other) {
        if (this instanceof Exact(Rational a) && other instanceof Exact(Rational b)) {
            return of(a.times(b));
        }
        if (equals(Exact.ZERO) || other.equals(Exact.ZERO)) {
            return Exact.ZERO;
        }
        if (equals(Exact.ONE)) {
            return other;
        }
        if (this instanceof Root(Algebraic radicand, int degree, int _) && degree == 2 && equals(other)) {
            return radicand;
        }
        return other.equals(Exact.ONE) ? this : new Product(this, other, together(this, other));
    }

    default Algebraic negate() {
        return of(-1).times(this);
    }

    /**
     * @throws UndecidedException if the other is zero
     */
    default Algebraic over(Algebraic other) {
        if (other.sign() == 0) {
            throw new UndecidedException("divides by zero");
        }
        if (this instanceof Exact(Rational a) && other instanceof Exact(Rational b)) {
            return of(a.over(b));
        }
        return other.equals(Exact.ONE) ? this : new Quotient(this, other, together(this, other));
    }

    /**
     * The real root of a number that is not negative.
     *
     * @throws UndecidedException if the degree or the number is too large
     */
    default Algebraic root(int degree) {
        if (degree < 1 || degree > LARGEST_DEGREE) {
            throw new UndecidedException("has a root of degree " + degree + ", outside 1 to " + LARGEST_DEGREE);
        }
        if (degree == 1) {
            return this;
        }
        return this instanceof Exact(Rational value) ? rootOf(value, degree) : new Root(this, degree, 1 + weight());
    }

    /** 1, 0 or -1; certain. */
    default int sign() {
        return this instanceof Exact(Rational value) ? value.signum() : Separation.sign(this);
    }

    /** The whole factors that are powers come out, and the denominator is made rational: √(8/3) is 2/3·√6. */
    private static Algebraic rootOf(Rational value, int degree) {
        BigInteger under = value.numerator().multiply(value.denominator().pow(degree - 1));
        if (under.bitLength() > LARGEST_RATIONAL) {
            throw new UndecidedException("has a root of a number that is too large");
        }
        BigInteger outside = Enclosure.wholeRoot(under, degree);
        if (outside.pow(degree).equals(under)) {
            return of(new Rational(outside, value.denominator()));
        }
        BigInteger factor = under.bitLength() < Long.SIZE - 1
                ? BigInteger.valueOf(powerIn(under.longValueExact(), degree))
                : powerIn(under, degree);
        return of(new Rational(factor, value.denominator()))
                .times(new Root(of(Rational.of(under.divide(factor.pow(degree)))), degree, 2));
    }

    /** The product of small factors whose power divides the number. */
    private static BigInteger powerIn(BigInteger number, int degree) {
        BigInteger rest = number;
        BigInteger factor = BigInteger.ONE;
        for (int p = 2; p < LARGEST_FACTOR; p++) {
            BigInteger power = BigInteger.valueOf(p).pow(degree);
            if (power.compareTo(rest) > 0) {
                break;
            }
            while (rest.mod(power).signum() == 0) {
                rest = rest.divide(power);
                factor = factor.multiply(BigInteger.valueOf(p));
            }
        }
        return factor;
    }

    /** The same for a number that fits, as most do. */
    private static long powerIn(long number, int degree) {
        long rest = number;
        long factor = 1;
        for (long p = 2; p < LARGEST_FACTOR; p++) {
            long power = 1;
            for (int i = 0; i < degree && power <= rest; i++) {
                power = power > rest / p ? Long.MAX_VALUE : power * p;
            }
            if (power > rest) {
                break;
            }
            while (rest % power == 0) {
                rest /= power;
                factor *= p;
            }
        }
        return factor;
    }

    private static int together(Algebraic left, Algebraic right) {
        int weight = 1 + left.weight() + right.weight();
        if (weight > HEAVIEST) {
            throw new UndecidedException("is too long to be worked out");
        }
        return weight;
    }

    /** A range that holds the number, narrower the higher the precision. */
    default Enclosure enclosure(int precision) {
        return enclosure(precision, new HashMap<>());
    }

    /** Each root is worked out once: a power of a root holds it hundreds of times. */
    private Enclosure enclosure(int precision, Map<Root, Enclosure> known) {
        return switch (this) {
            case Exact(Rational value) -> Enclosure.of(value, precision);
            case Sum(Algebraic left, Algebraic right, int _) ->
                left.enclosure(precision, known).plus(right.enclosure(precision, known));
            case Product(Algebraic left, Algebraic right, int _) ->
                left.enclosure(precision, known).times(right.enclosure(precision, known));
            case Quotient(Algebraic left, Algebraic right, int _) ->
                left.enclosure(precision, known).over(right.enclosure(precision, known));
            case Root root -> {
                Enclosure before = known.get(root);
                Enclosure enclosure = before != null
                        ? before
                        : root.radicand.enclosure(precision, known).root(root.degree);
                known.put(root, enclosure);
                yield enclosure;
            }
        };
    }
}
