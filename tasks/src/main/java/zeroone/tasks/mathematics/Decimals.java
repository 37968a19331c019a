package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;

/** Whether a decimal number is what a real number rounds to, decided by enclosures. */
final class Decimals {
    private static final int MOST_BITS = 4000;
    private static final Pattern FORM = Pattern.compile("-?(?:0|[1-9][0-9]{0,60}+)(?:\\.[0-9]{1,100}+)?");

    private Decimals() {}

    static Verdict judge(Optional<MathObject> reference, int decimals, String answer) {
        if (!(reference.orElse(null) instanceof MathObject.Single(Value value))) {
            throw new IllegalArgumentException("a reference with \"decimals\" must be one number");
        }
        int point = answer.indexOf('.');
        int written = point < 0 ? 0 : answer.length() - point - 1;
        if (!FORM.matcher(answer).matches() || written != decimals) {
            return Verdict.incorrect("is not a decimal number with " + decimals + " decimals");
        }
        Rational given = Rational.read(answer).orElseThrow();
        Rational half =
                new Rational(BigInteger.ONE, BigInteger.TEN.pow(decimals).multiply(BigInteger.TWO));
        Value above = value.minus(Value.of(given.plus(half)));
        Value below = value.minus(Value.of(given.minus(half)));
        // What lies exactly in the middle is rounded away from zero.
        boolean negative = given.signum() < 0;
        int upper = sign(above);
        int lower = sign(below);
        boolean within = (upper < 0 || (upper == 0 && negative)) && (lower > 0 || (lower == 0 && !negative));
        return within ? Verdict.CORRECT : Verdict.incorrect(given + " is not what the number rounds to");
    }

    private static int sign(Value value) {
        Optional<Algebraic> algebraic = value.algebraic();
        if (algebraic.isPresent()) {
            return algebraic.get().sign();
        }
        for (int precision = 512; precision <= MOST_BITS; precision *= 2) {
            Enclosure enclosure = enclosure(value, precision);
            if (enclosure.sign() != 0) {
                return enclosure.sign();
            }
        }
        throw new UndecidedException("cannot be decided within the limits of exact arithmetic");
    }

    private static Enclosure enclosure(Value value, int precision) {
        return enclosure(value.numerator(), precision).over(enclosure(value.denominator(), precision));
    }

    private static Enclosure enclosure(Polynomial polynomial, int precision) {
        Enclosure sum = Enclosure.of(Rational.ZERO, precision);
        for (Map.Entry<Monomial, Algebraic> term : polynomial.terms().entrySet()) {
            Enclosure product = term.getValue().enclosure(precision);
            for (Map.Entry<String, Rational> power : term.getKey().powers().entrySet()) {
                product = product.times(power(Constants.enclosure(power.getKey(), precision), power.getValue()));
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    private static Enclosure power(Enclosure base, Rational exponent) {
        if (exponent.size() > 12) {
            throw new UndecidedException("has an exponent that is too large");
        }
        Enclosure root =
                exponent.isWhole() ? base : base.root(exponent.denominator().intValue());
        Enclosure one = Enclosure.of(Rational.ONE, base.precision());
        Enclosure power = one;
        for (int i = 0; i < Math.abs(exponent.numerator().intValue()); i++) {
            power = power.times(root);
        }
        return exponent.signum() < 0 ? one.over(power) : power;
    }
}
