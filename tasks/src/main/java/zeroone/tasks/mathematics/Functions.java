package zeroone.tasks.mathematics;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zeroone.tasks.exact.Rational;

/** Logarithms, trigonometric functions, factorials and binomial coefficients. */
final class Functions {
    private static final int LARGEST_FACTORIAL = 300;

    private Functions() {}

    /** ln or log of a rational number as a sum over its primes; of anything else, itself. */
    static Value logarithm(String name, Value argument) {
        Optional<Rational> number = argument.rational();
        if (number.isEmpty()) {
            Optional<Map.Entry<Monomial, Algebraic>> single =
                    argument.denominator().isOne() ? argument.numerator().singleTerm() : Optional.empty();
            if (name.equals("ln")
                    && single.isPresent()
                    && single.get().getValue().equals(Algebraic.Exact.ONE)
                    && single.get().getKey().powers().keySet().equals(Set.of(Monomial.E))) {
                return Value.of(single.get().getKey().only().getValue());
            }
            return Value.atom(name + "(" + argument.text() + ")");
        }
        if (number.get().signum() <= 0) {
            throw new UndecidedException("has a logarithm of a number that is not positive");
        }
        Value sum = Value.of(Rational.ZERO);
        for (Map.Entry<BigInteger, Integer> prime : Powers.primes(number.get()).entrySet()) {
            sum = sum.plus(Value.of(Rational.of(prime.getValue())).times(Value.atom(name + " " + prime.getKey())));
        }
        return sum;
    }

    /** sin, cos, tan, cot, sec or csc: exact at multiples of π/12; elsewhere itself. */
    static Value trigonometric(String name, Value argument) {
        Optional<Rational> turns =
                halfTurns(argument).filter(half -> half.times(Rational.of(12)).isWhole());
        if (turns.isEmpty()) {
            return Value.atom(name + "(" + argument.text() + ")");
        }
        int twelfths = turns.get()
                .times(Rational.of(12))
                .numerator()
                .mod(BigInteger.valueOf(24))
                .intValue();
        Value sine = Value.of(sine(twelfths));
        Value cosine = Value.of(sine((twelfths + 6) % 24));
        return switch (name) {
            case "sin" -> sine;
            case "cos" -> cosine;
            case "tan" -> sine.over(cosine);
            case "cot" -> cosine.over(sine);
            case "sec" -> Value.ONE.over(cosine);
            default -> Value.ONE.over(sine);
        };
    }

    /** How many π, if the value is a rational multiple of π. */
    private static Optional<Rational> halfTurns(Value value) {
        if (value.numerator().terms().isEmpty()) {
            return Optional.of(Rational.ZERO);
        }
        if (!value.denominator().isOne()) {
            return Optional.empty();
        }
        return value.numerator()
                .singleTerm()
                .filter(term -> term.getKey().equals(Monomial.of(Monomial.PI, Rational.ONE)))
                .flatMap(term -> term.getValue() instanceof Algebraic.Exact(Rational number)
                        ? Optional.of(number)
                        : Optional.empty());
    }

    private static Algebraic sine(int twelfths) {
        if (twelfths >= 12) {
            return sine(twelfths - 12).negate();
        }
        Algebraic two = Algebraic.of(2).root(2);
        Algebraic six = Algebraic.of(6).root(2);
        return switch (Math.min(twelfths, 12 - twelfths)) {
            case 0 -> Algebraic.Exact.ZERO;
            case 1 -> six.plus(two.negate()).over(Algebraic.of(4));
            case 2 -> Algebraic.of(Rational.of(1, 2));
            case 3 -> two.over(Algebraic.of(2));
            case 4 -> Algebraic.of(3).root(2).over(Algebraic.of(2));
            case 5 -> six.plus(two).over(Algebraic.of(4));
            default -> Algebraic.Exact.ONE;
        };
    }

    static Value factorial(Value argument) {
        int number = small(argument, "factorial");
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= number; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return Value.of(Rational.of(product));
    }

    static Value binomial(Value of, Value choose) {
        int n = small(of, "binomial coefficient");
        int k = small(choose, "binomial coefficient");
        BigInteger product = k > n ? BigInteger.ZERO : BigInteger.ONE;
        for (int i = 0; i < Math.min(k, n); i++) {
            product = product.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return Value.of(Rational.of(product));
    }

    private static int small(Value value, String what) {
        return value.rational()
                .filter(number -> number.isWhole()
                        && number.signum() >= 0
                        && number.compareTo(Rational.of(LARGEST_FACTORIAL)) <= 0)
                .map(number -> number.numerator().intValue())
                .orElseThrow(() -> new UndecidedException(
                        "has a " + what + " of something else than a whole number up to " + LARGEST_FACTORIAL));
    }
}
