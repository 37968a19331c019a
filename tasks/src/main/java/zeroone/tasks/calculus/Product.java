package zeroone.tasks.calculus;

import zeroone.tasks.exact.Rational;

/** A product while it is read. Numbers and powers of x, which most factors are, are gathered and multiplied in at the end. */
final class Product {
    private static final Function ONE = Function.of(Rational.ONE);

    private Rational number;
    private int power;
    private Function others = ONE;
    private boolean hasOthers;

    Product(boolean negative) {
        number = Rational.of(negative ? -1 : 1);
    }

    void times(Rational factor) {
        number = number.times(factor);
    }

    /** Multiplies by x^exponent. */
    void timesX(int exponent) {
        power += exponent;
    }

    /** Multiplies by base^exponent. */
    void times(Function base, int exponent) throws NotAFunction {
        Function raised = exponent == 0 ? ONE : base;
        for (int i = 1; i < exponent; i++) {
            raised = raised.times(base);
        }
        others = hasOthers ? others.times(raised) : raised;
        hasOthers = true;
    }

    void divide(Function divisor) throws NotAFunction {
        Rational constant = divisor.constant()
                .filter(number -> !number.isZero())
                .orElseThrow(() -> new NotAFunction("divides by something else than a number that is not 0"));
        number = number.over(constant);
    }

    Function total() throws NotAFunction {
        Function gathered = Function.monomial(number, power);
        return hasOthers ? others.times(gathered) : gathered.limited();
    }
}
