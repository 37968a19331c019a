package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zeroone.tasks.exact.Rational;

/**
 * A sum of monomials with real algebraic coefficients. Distinct monomials in variables, π or e are independent over the
 * algebraic numbers, so a polynomial whose coefficients are all zero is zero, and with one kind of constant nothing else is.
 */
record Polynomial(Map<Monomial, Algebraic> terms) {
    private static final int MOST_TERMS = 150;
    /** Of the coefficients of a sum together: multiplying sums of larger ones takes seconds. */
    private static final int MOST_BITS = 60_000;

    static final Polynomial ZERO = new Polynomial(Map.of());
    static final Polynomial ONE = of(Algebraic.Exact.ONE);

    Polynomial {
        if (terms.size() > MOST_TERMS || (terms.size() > 1 && bits(terms) > MOST_BITS)) {
            throw tooMany();
        }
        terms = terms.size() < 2 ? Map.copyOf(terms) : Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    static Polynomial of(Algebraic constant) {
        return constant.equals(Algebraic.Exact.ZERO) ? ZERO : new Polynomial(Map.of(Monomial.ONE, constant));
    }

    static Polynomial of(Monomial monomial, Algebraic coefficient) {
        Map<Monomial, Algebraic> terms = new LinkedHashMap<>();
        add(terms, monomial, coefficient);
        return new Polynomial(terms);
    }

    Polynomial plus(Polynomial other) {
        Map<Monomial, Algebraic> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
        return new Polynomial(sum);
    }

    Polynomial negate() {
        return times(of(Algebraic.of(-1)));
    }

    Polynomial times(Polynomial other) {
        Map<Monomial, Algebraic> product = new LinkedHashMap<>();
        for (Map.Entry<Monomial, Algebraic> left : terms.entrySet()) {
            other.terms.forEach((right, b) ->
                    add(product, left.getKey().times(right), left.getValue().times(b)));
            if (product.size() > MOST_TERMS) {
                throw tooMany();
            }
        }
        return new Polynomial(product);
    }

    /** Certain; a polynomial that is zero for a reason unknown here, such as sin²+cos²-1, is said not to be. */
    boolean isZero() {
        return terms.values().stream().allMatch(coefficient -> coefficient.sign() == 0);
    }

    boolean isOne() {
        return terms.size() == 1 && Algebraic.Exact.ONE.equals(terms.get(Monomial.ONE));
    }

    Optional<Map.Entry<Monomial, Algebraic>> singleTerm() {
        return terms.size() == 1 ? Optional.of(terms.entrySet().iterator().next()) : Optional.empty();
    }

    /** The polynomial as a rational number, if it is written as one. */
    Optional<Rational> rational() {
        if (terms.isEmpty()) {
            return Optional.of(Rational.ZERO);
        }
        return singleTerm()
                .filter(term -> term.getKey().isOne())
                .flatMap(term -> term.getValue() instanceof Algebraic.Exact(Rational value)
                        ? Optional.of(value)
                        : Optional.empty());
    }

    /**
     * A text that is equal for equal polynomials.
     *
     * @throws UndecidedException if a coefficient is not rational
     */
    String text() {
        TreeMap<String, String> sorted = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> {
            if (!(coefficient instanceof Algebraic.Exact(Rational value))) {
                throw new UndecidedException("has a function of a sum with radicals, which is not decided");
            }
            sorted.put(monomial.text(), value.toString());
        });
        return sorted.toString();
    }

    private static long bits(Map<Monomial, Algebraic> terms) {
        long bits = 0;
        for (Algebraic coefficient : terms.values()) {
            bits += coefficient instanceof Algebraic.Exact(Rational value) ? value.size() : 0;
        }
        return bits;
    }

    private static UndecidedException tooMany() {
        return new UndecidedException("has too many terms or too large numbers when worked out");
    }

    private static void add(Map<Monomial, Algebraic> terms, Monomial monomial, Algebraic coefficient) {
        Monomial reduced = monomial;
        Algebraic value = coefficient;
        Rational imaginary = monomial.powers().getOrDefault(Monomial.I, Rational.ZERO);
        if (!imaginary.isZero()) {
            int quarter = imaginary.numerator().mod(BigInteger.valueOf(4)).intValue();
            reduced = monomial.without(Monomial.I);
            if (quarter % 2 == 1) {
                reduced = reduced.times(Monomial.of(Monomial.I, Rational.ONE));
            }
            if (quarter >= 2) {
                value = value.negate();
            }
        }
        Algebraic sum = terms.getOrDefault(reduced, Algebraic.Exact.ZERO).plus(value);
        if (sum.equals(Algebraic.Exact.ZERO)) {
            terms.remove(reduced);
        } else {
            terms.put(reduced, sum);
        }
    }
}
