package zeroone.tasks.calculus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import zeroone.tasks.exact.Rational;

/**
 * A function of x as a sum of c·x^n·e^(ax+b) with complex rational c, a and b; sines and cosines are sums of two of them.
 * The functions x^n·e^(ax), and the numbers e^b, are independent (Lindemann and Weierstrass), so two functions are equal if
 * and only if they have the same terms: sin²x+cos²x is 1 without a rule that says so.
 *
 * @param terms coefficients, none of them zero
 */
record Function(Map<Exponential, Complex> terms) {
    private static final int MOST_TERMS = 400;
    private static final int MOST_BITS = 2000;

    static final Function ZERO = new Function(Map.of());
    static final Function X = new Function(Map.of(new Exponential(1, Complex.ZERO, Complex.ZERO), Complex.ONE));

    /** x^power·e^(rate·x+shift). */
    record Exponential(int power, Complex rate, Complex shift) {}

    Function {
        terms = Collections.unmodifiableMap(terms); // every map is made here and given to nobody else
    }

    static Function of(Rational constant) {
        return of(Complex.of(constant), new Exponential(0, Complex.ZERO, Complex.ZERO));
    }

    private static Function of(Complex coefficient, Exponential exponential) {
        return coefficient.isZero() ? ZERO : new Function(Map.of(exponential, coefficient));
    }

    /** e^u for a linear u. */
    static Function exponential(Linear u) {
        return of(Complex.ONE, new Exponential(0, Complex.of(u.slope()), Complex.of(u.constant())));
    }

    /** cos u for a linear u: half of e^(iu) and of e^(-iu). */
    static Function cosine(Linear u) {
        Complex half = Complex.of(Rational.of(1, 2));
        return turning(u, half, half);
    }

    /** sin u for a linear u: i/2 of e^(-iu) and -i/2 of e^(iu). */
    static Function sine(Linear u) {
        Complex half = Complex.of(Rational.of(1, 2)).turned();
        return turning(u, half.negate(), half);
    }

    private static Function turning(Linear u, Complex forward, Complex backward) {
        Map<Exponential, Complex> terms = new LinkedHashMap<>();
        Complex rate = Complex.of(u.slope()).turned();
        Complex shift = Complex.of(u.constant()).turned();
        add(terms, new Exponential(0, rate, shift), forward);
        add(terms, new Exponential(0, rate.negate(), shift.negate()), backward);
        return new Function(terms);
    }

    Function plus(Function other) throws NotAFunction {
        Map<Exponential, Complex> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((exponential, coefficient) -> add(sum, exponential, coefficient));
        return limited(sum);
    }

    Function negate() {
        Map<Exponential, Complex> negative = new LinkedHashMap<>();
        terms.forEach((exponential, coefficient) -> negative.put(exponential, coefficient.negate()));
        return new Function(negative);
    }

    Function times(Function other) throws NotAFunction {
        if ((long) terms.size() * other.terms.size() > MOST_TERMS) {
            throw new NotAFunction("has too many terms when multiplied out");
        }
        Map<Exponential, Complex> product = new LinkedHashMap<>();
        terms.forEach((a, first) -> other.terms.forEach((b, second) -> add(
                product,
                new Exponential(a.power + b.power, a.rate.plus(b.rate), a.shift.plus(b.shift)),
                first.times(second))));
        return limited(product);
    }

    Function derivative() {
        Map<Exponential, Complex> derivative = new LinkedHashMap<>();
        terms.forEach((exponential, coefficient) -> {
            add(derivative, exponential, coefficient.times(exponential.rate));
            if (exponential.power > 0) {
                add(
                        derivative,
                        new Exponential(exponential.power - 1, exponential.rate, exponential.shift),
                        coefficient.times(Complex.of(Rational.of(exponential.power))));
            }
        });
        return new Function(derivative);
    }

    /** The constant that the function is, if it is a rational one. */
    Optional<Rational> constant() {
        if (terms.isEmpty()) {
            return Optional.of(Rational.ZERO);
        }
        Complex coefficient = terms.get(new Exponential(0, Complex.ZERO, Complex.ZERO));
        return terms.size() == 1
                        && coefficient != null
                        && coefficient.imaginary().isZero()
                ? Optional.of(coefficient.real())
                : Optional.empty();
    }

    /** The straight line that the function is, if it is a rational one. */
    Optional<Linear> linear() {
        Rational slope = coefficient(1);
        Rational constant = coefficient(0);
        int expected = (slope.isZero() ? 0 : 1) + (constant.isZero() ? 0 : 1);
        return terms.size() == expected ? Optional.of(new Linear(slope, constant)) : Optional.empty();
    }

    private Rational coefficient(int power) {
        Complex coefficient = terms.get(new Exponential(power, Complex.ZERO, Complex.ZERO));
        return coefficient == null || !coefficient.imaginary().isZero() ? Rational.ZERO : coefficient.real();
    }

    private static Function limited(Map<Exponential, Complex> terms) throws NotAFunction {
        boolean large = terms.size() > MOST_TERMS;
        for (Map.Entry<Exponential, Complex> term : terms.entrySet()) {
            large |= term.getValue().size() > MOST_BITS
                    || term.getKey().rate.size() > MOST_BITS
                    || term.getKey().shift.size() > MOST_BITS;
        }
        if (large) {
            throw new NotAFunction("has too many terms or too large numbers when multiplied out");
        }
        return new Function(terms);
    }

    private static void add(Map<Exponential, Complex> terms, Exponential exponential, Complex coefficient) {
        Complex sum = terms.getOrDefault(exponential, Complex.ZERO).plus(coefficient);
        if (sum.isZero()) {
            terms.remove(exponential);
        } else {
            terms.put(exponential, sum);
        }
    }
}
