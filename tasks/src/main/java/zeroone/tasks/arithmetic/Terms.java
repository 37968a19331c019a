package zeroone.tasks.arithmetic;

import java.math.BigInteger;

/** Writes sums of two numbers so that negative ones are in brackets. */
final class Terms {
    private Terms() {}

    static String sum(BigInteger left, BigInteger right) {
        return bracketed(left) + "+" + bracketed(right);
    }

    static String bracketed(BigInteger number) {
        return number.signum() < 0 ? "(" + number + ")" : number.toString();
    }
}
