package zeroone.tasks.probability;

import java.math.BigInteger;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Notes;

/** The number of ways to choose some of several things. */
final class Binomial {
    private Binomial() {}

    /** Zero where nothing can be chosen. */
    static BigInteger of(long things, long chosen) {
        if (chosen < 0 || chosen > things) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (long i = 0; i < Math.min(chosen, things - chosen); i++) {
            ways = ways.multiply(BigInteger.valueOf(things - i)).divide(BigInteger.valueOf(i + 1));
        }
        return ways;
    }

    /** The same as a step of somebody's notes: 5*4/(2*1)=10. */
    static Rational noted(long things, long chosen, Notes notes) {
        long few = Math.min(chosen, things - chosen);
        if (few <= 0) {
            return Rational.of(of(things, chosen));
        }
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (long i = 0; i < few; i++) {
            above.append(i == 0 ? "" : "*").append(things - i);
            below.append(i == 0 ? "" : "*").append(few - i);
        }
        return notes.step(above + (few == 1 ? "/1" : "/(" + below + ")"), Rational.of(of(things, chosen)));
    }
}
