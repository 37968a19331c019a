package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import zeroone.tasks.exact.Rational;

/** Roots of values, and powers whose exponent has letters in it. */
final class Powers {
    private static final int LARGEST_PRIME = 100_000;

    private Powers() {}

    /** The root that school calls the root: not negative for what is not negative, imaginary for a square root of less. */
    static Value root(Value value, int degree) {
        if (value.numerator().terms().isEmpty()) {
            return value;
        }
        if (!value.denominator().isOne() || value.numerator().singleTerm().isEmpty()) {
            return Value.atom("root " + degree + " of " + value.text());
        }
        Map.Entry<Monomial, Algebraic> term = value.numerator().singleTerm().get();
        Rational inverse = Rational.of(1, degree);
        TreeMap<String, Rational> powers = new TreeMap<>();
        term.getKey().powers().forEach((atom, exponent) -> {
            boolean plain =
                    Monomial.isPositiveConstant(atom) || (Monomial.isVariable(atom) && exponent.equals(Rational.ONE));
            if (!plain) {
                throw new UndecidedException("has a root of a power, whose sign is not known");
            }
            powers.put(atom, exponent.times(inverse));
        });
        Algebraic coefficient = term.getValue();
        Value sign = Value.ONE;
        if (coefficient.sign() < 0) {
            if (degree % 2 == 0 && (degree > 2 || !powers.isEmpty())) {
                throw new UndecidedException("has an even root of a negative number");
            }
            sign = degree == 2 ? Value.atom(Monomial.I) : Value.of(Rational.of(-1));
            coefficient = coefficient.negate();
        }
        return sign.times(Value.of(Polynomial.of(new Monomial(powers), coefficient.root(degree))));
    }

    /** Splits 12·x to the power of 2n+1 into 12·x times the powers n of 2, 3 and x. */
    static Value symbolic(Value base, Value exponent) {
        if (!exponent.denominator().isOne()
                || !base.denominator().isOne()
                || base.numerator().singleTerm().isEmpty()) {
            throw new UndecidedException("has a power with letters in the exponent of a sum");
        }
        Map.Entry<Monomial, Algebraic> term = base.numerator().singleTerm().get();
        if (!(term.getValue() instanceof Algebraic.Exact(Rational coefficient))) {
            throw new UndecidedException("has a power with letters in the exponent of a radical");
        }
        Value result = Value.ONE;
        for (Map.Entry<BigInteger, Integer> prime : primes(coefficient).entrySet()) {
            result = result.times(factor(
                    Value.of(Rational.of(prime.getKey())),
                    prime.getKey().toString(),
                    Rational.of(prime.getValue()),
                    exponent));
        }
        for (Map.Entry<String, Rational> atom : term.getKey().powers().entrySet()) {
            if (atom.getKey().equals(Monomial.I)) {
                throw new UndecidedException("has a power of i with letters in the exponent");
            }
            result = result.times(factor(Value.atom(atom.getKey()), atom.getKey(), atom.getValue(), exponent));
        }
        return result;
    }

    private static Value factor(Value base, String name, Rational times, Value exponent) {
        Value result = Value.ONE;
        for (Map.Entry<Monomial, Algebraic> part : exponent.numerator().terms().entrySet()) {
            if (!(part.getValue() instanceof Algebraic.Exact(Rational share))) {
                throw new UndecidedException("has a radical in an exponent");
            }
            Rational count = share.times(times);
            result = result.times(
                    part.getKey().isOne()
                            ? base.power(Value.of(count))
                            : Value.of(Polynomial.of(
                                    Monomial.of(name + "^[" + part.getKey().text() + "]", count),
                                    Algebraic.Exact.ONE)));
        }
        return result;
    }

    /** The prime factors of a rational number, negative exponents below the line, -1 for its sign. */
    static Map<BigInteger, Integer> primes(Rational number) {
        TreeMap<BigInteger, Integer> primes = new TreeMap<>();
        if (number.isZero()) {
            throw new UndecidedException("has a power or a logarithm of zero");
        }
        if (number.signum() < 0) {
            primes.put(BigInteger.ONE.negate(), 1);
        }
        count(number.numerator().abs(), 1, primes);
        count(number.denominator(), -1, primes);
        return primes;
    }

    private static void count(BigInteger number, int step, TreeMap<BigInteger, Integer> primes) {
        if (number.bitLength() > 60) {
            throw new UndecidedException("has a number that is too large to be factored");
        }
        long rest = number.longValue();
        for (long p = 2; p * p <= rest && p < LARGEST_PRIME; p++) {
            while (rest % p == 0) {
                primes.merge(BigInteger.valueOf(p), step, Integer::sum);
                rest /= p;
            }
        }
        if (rest > 1) {
            if (rest > (long) LARGEST_PRIME * LARGEST_PRIME) {
                throw new UndecidedException("has a number that is too large to be factored");
            }
            primes.merge(BigInteger.valueOf(rest), step, Integer::sum);
        }
    }
}
