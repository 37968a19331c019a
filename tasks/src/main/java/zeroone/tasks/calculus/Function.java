package zeroone.tasks.calculus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import zeroone.tasks.exact.Rational;

/**
 * A function of x as a sum of c·x^n·e^(ax+b) with complex rational c, a and b; sines and cosines are sums of two of them.
 * The functions x^n·e^(ax), and the numbers e^b, are independent (Lindemann and Weierstrass), so two functions are equal if
 * and only if they have the same terms: sin²x+cos²x is 1 without a rule that says so.
 *
 * @param terms in order, each exponential once, no coefficient zero
 */
record Function(List<Part> terms) {
    private static final int MOST_TERMS = 400;
    private static final int MOST_BITS = 2000;
    /** Far below what would wrap around in a product of two. */
    private static final int LARGEST_POWER = 10_000;

    private static final Comparator<Part> BY_EXPONENTIAL = Comparator.comparing(Part::exponential);

    /** One term of the sum. */
    record Part(Exponential exponential, Complex coefficient) {
        boolean isSmall() {
            return coefficient.size() <= MOST_BITS
                    && exponential.size() <= MOST_BITS
                    && exponential.power() <= LARGEST_POWER;
        }
    }

    Function {
        terms = Collections.unmodifiableList(terms); // every list is made here and given to nobody else
    }

    static Function of(Rational constant) {
        return monomial(constant, 0);
    }

    /** factor·x^power. */
    static Function monomial(Rational factor, int power) {
        return new Function(
                factor.isZero()
                        ? List.of()
                        : List.of(new Part(new Exponential(power, Complex.ZERO, Complex.ZERO), Complex.of(factor))));
    }

    /** e^u for a linear u. */
    static Function exponential(Linear u) {
        return new Function(
                List.of(new Part(new Exponential(0, Complex.of(u.slope()), Complex.of(u.constant())), Complex.ONE)));
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
        Complex rate = Complex.of(u.slope()).turned();
        Complex shift = Complex.of(u.constant()).turned();
        List<Part> terms = new ArrayList<>(2);
        terms.add(new Part(new Exponential(0, rate, shift), forward));
        terms.add(new Part(new Exponential(0, rate.negate(), shift.negate()), backward));
        return new Function(collected(terms));
    }

    static Function sum(List<Function> summands) throws NotAFunction {
        if (summands.size() == 1) {
            return summands.getFirst();
        }
        List<Part> sum = new ArrayList<>();
        for (Function summand : summands) {
            sum.addAll(summand.terms);
        }
        return new Function(collected(sum)).limited();
    }

    Function negate() {
        List<Part> negative = new ArrayList<>(terms.size());
        for (Part term : terms) {
            negative.add(new Part(term.exponential, term.coefficient.negate()));
        }
        return new Function(negative);
    }

    Function times(Function other) throws NotAFunction {
        if ((long) terms.size() * other.terms.size() > MOST_TERMS) {
            throw new NotAFunction("has too many terms when multiplied out");
        }
        List<Part> product = new ArrayList<>(terms.size() * other.terms.size());
        for (Part one : terms) {
            for (Part another : other.terms) {
                product.add(new Part(
                        one.exponential.times(another.exponential), one.coefficient.times(another.coefficient)));
            }
        }
        return new Function(collected(product)).limited();
    }

    Function derivative() {
        List<Part> derivative = new ArrayList<>(2 * terms.size());
        for (Part term : terms) {
            Exponential exponential = term.exponential;
            derivative.add(new Part(exponential, term.coefficient.times(exponential.rate())));
            if (exponential.power() > 0) {
                derivative.add(new Part(
                        new Exponential(exponential.power() - 1, exponential.rate(), exponential.shift()),
                        term.coefficient.times(Complex.of(Rational.of(exponential.power())))));
            }
        }
        return new Function(collected(derivative));
    }

    /** The constant that the function is, if it is a rational one. */
    Optional<Rational> constant() {
        return linear().filter(line -> line.slope().isZero()).map(Linear::constant);
    }

    /** The straight line that the function is, if it is a rational one. */
    Optional<Linear> linear() {
        Rational slope = Rational.ZERO;
        Rational constant = Rational.ZERO;
        for (Part term : terms) {
            Exponential exponential = term.exponential;
            if (exponential.power() > 1
                    || !exponential.rate().isZero()
                    || !exponential.shift().isZero()
                    || !term.coefficient.imaginary().isZero()) {
                return Optional.empty();
            }
            if (exponential.power() == 0) {
                constant = term.coefficient.real();
            } else {
                slope = term.coefficient.real();
            }
        }
        return Optional.of(new Linear(slope, constant));
    }

    /** This function, unless working with it would take long. */
    Function limited() throws NotAFunction {
        boolean small = terms.size() <= MOST_TERMS;
        for (Part term : terms) {
            small = small && term.isSmall();
        }
        if (!small) {
            throw new NotAFunction("has too many terms or too large numbers when multiplied out");
        }
        return this;
    }

    /** Puts terms in order, adds up those of one exponential and leaves out what is zero; uses up the list. */
    private static List<Part> collected(List<Part> terms) {
        terms.sort(BY_EXPONENTIAL);
        int kept = 0;
        for (int i = 0; i < terms.size(); ) {
            Part sum = terms.get(i++);
            while (i < terms.size() && terms.get(i).exponential.equals(sum.exponential)) {
                sum = new Part(sum.exponential, sum.coefficient.plus(terms.get(i++).coefficient));
            }
            if (!sum.coefficient.isZero()) {
                terms.set(kept++, sum);
            }
        }
        terms.subList(kept, terms.size()).clear();
        return terms;
    }
}
