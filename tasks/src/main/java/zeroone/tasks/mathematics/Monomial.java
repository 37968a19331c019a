package zeroone.tasks.mathematics;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import zeroone.tasks.exact.Rational;

/**
 * A product of powers of atoms: variables, π, e, i, logarithms of primes, powers such as 2^n, and functions that are not
 * worked out further. No exponent is zero; that of i is 1.
 */
record Monomial(SortedMap<String, Rational> powers) implements Comparable<Monomial> {
    static final Monomial ONE = new Monomial(new TreeMap<>());
    static final String PI = "pi";
    static final String E = "e";
    static final String I = "i";

    Monomial {
        powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
    }

    static Monomial of(String atom, Rational exponent) {
        TreeMap<String, Rational> powers = new TreeMap<>();
        if (!exponent.isZero()) {
            powers.put(atom, exponent);
        }
        return new Monomial(powers);
    }

    boolean isOne() {
        return powers.isEmpty();
    }

    /** The product; a power of i is left as it is, for the polynomial to reduce. */
    Monomial times(Monomial other) {
        if (other.isOne()) {
            return this;
        }
        TreeMap<String, Rational> product = new TreeMap<>(powers);
        other.powers.forEach((atom, exponent) -> product.merge(atom, exponent, Rational::plus));
        product.values().removeIf(Rational::isZero);
        return new Monomial(product);
    }

    Monomial power(Rational exponent) {
        TreeMap<String, Rational> product = new TreeMap<>();
        if (!exponent.isZero()) {
            powers.forEach((atom, power) -> product.put(atom, power.times(exponent)));
        }
        return new Monomial(product);
    }

    Monomial without(String atom) {
        TreeMap<String, Rational> rest = new TreeMap<>(powers);
        rest.remove(atom);
        return new Monomial(rest);
    }

    /** Whether the atom stands for a positive real constant, so that its roots are what one expects. */
    static boolean isPositiveConstant(String atom) {
        return atom.equals(PI) || atom.equals(E) || atom.startsWith("ln ") || atom.startsWith("log ");
    }

    static boolean isVariable(String atom) {
        return !atom.equals(E)
                && !atom.equals(I)
                && !atom.equals(PI)
                && atom.matches("[A-Za-z](?:_[0-9A-Za-z])?|greek [A-Za-z]+");
    }

    /** A text that is equal for equal monomials. */
    String text() {
        return powers.entrySet().stream()
                .map(power -> power.getValue().equals(Rational.ONE)
                        ? power.getKey()
                        : power.getKey() + "^" + power.getValue())
                .collect(Collectors.joining("*"));
    }

    @Override
    public int compareTo(Monomial other) {
        return text().compareTo(other.text());
    }

    Map.Entry<String, Rational> only() {
        return powers.entrySet().iterator().next();
    }
}
