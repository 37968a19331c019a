package zeroone.tasks.calculus;

import zeroone.tasks.exact.Rational;

/** A complex number with rational parts. */
record Complex(Rational real, Rational imaginary) implements Comparable<Complex> {
    static final Complex ZERO = of(Rational.ZERO);
    static final Complex ONE = of(Rational.ONE);

    static Complex of(Rational real) {
        return new Complex(real, Rational.ZERO);
    }

    Complex plus(Complex other) {
        return new Complex(real.plus(other.real), imaginary.plus(other.imaginary));
    }

    Complex times(Complex other) {
        if (imaginary.isZero() && other.imaginary.isZero()) {
            return of(real.times(other.real));
        }
        if (other.imaginary.isZero()) {
            return new Complex(real.times(other.real), imaginary.times(other.real));
        }
        return new Complex(
                real.times(other.real).minus(imaginary.times(other.imaginary)),
                real.times(other.imaginary).plus(imaginary.times(other.real)));
    }

    Complex negate() {
        return new Complex(real.negate(), imaginary.negate());
    }

    /** The number times i. */
    Complex turned() {
        return new Complex(imaginary.negate(), real);
    }

    boolean isZero() {
        return real.isZero() && imaginary.isZero();
    }

    int size() {
        return real.size() + imaginary.size();
    }

    /** By the real part, then the imaginary one. */
    @Override
    public int compareTo(Complex other) {
        int order = real.compareTo(other.real);
        return order == 0 ? imaginary.compareTo(other.imaginary) : order;
    }
}
