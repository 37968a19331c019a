package zeroone.tasks.numbers;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Find x from 1 to 96 such that 35x leaves the remainder 1 when divided by 97." Worked by the extended algorithm of Euclid.
 *
 * @param level part of the name
 * @param largest the largest modulus, 200 to 1,000,000
 */
record ModularInverse(String level, int largest) implements Exercise<ModularInverse.Inverse> {
    private static final long LIMIT = 1_000_000_000L;

    ModularInverse {
        if (largest < 200 || largest > 1_000_000) {
            throw new IllegalArgumentException("the modulus must be at most 200 to 1000000: " + largest);
        }
    }

    /** A number and a modulus without a common divisor. */
    record Inverse(long number, long modulus) {}

    @Override
    public String name() {
        return "modular-inverse-" + level;
    }

    @Override
    public Inverse draw(RandomGenerator random) {
        while (true) {
            long modulus = random.nextLong(largest / 10, largest + 1L);
            long number = random.nextLong(2, modulus);
            if (coprime(number, modulus)) {
                return new Inverse(number, modulus);
            }
        }
    }

    private static boolean coprime(long number, long modulus) {
        return BigInteger.valueOf(number).gcd(BigInteger.valueOf(modulus)).equals(BigInteger.ONE);
    }

    @Override
    public ObjectNode data(Inverse inverse) {
        return Fields.empty().put("number", inverse.number()).put("modulus", inverse.modulus());
    }

    @Override
    public Inverse read(ObjectNode data) {
        long modulus = Fields.whole(data, "modulus", 2, LIMIT);
        long number = Fields.whole(data, "number", 1, modulus - 1);
        if (!coprime(number, modulus)) {
            throw new IllegalArgumentException(
                    "\"number\" must have no common divisor with the modulus: " + number + " and " + modulus);
        }
        return new Inverse(number, modulus);
    }

    @Override
    public String id(Inverse inverse) {
        return inverse.number() + "*x=1 mod " + inverse.modulus();
    }

    @Override
    public String prompt(Inverse inverse) {
        return "Find the whole number x from 1 to " + (inverse.modulus() - 1) + " such that " + inverse.number()
                + " * x leaves the remainder 1 when divided by " + inverse.modulus()
                + ". Answer with the number only.";
    }

    @Override
    public Verdict judge(Inverse inverse, String answer) {
        Optional<BigInteger> given = Rational.readWhole(answer);
        if (given.isEmpty()) {
            return Verdict.incorrect("is not one whole number in plain digits");
        }
        if (given.get().signum() <= 0 || given.get().compareTo(BigInteger.valueOf(inverse.modulus())) >= 0) {
            return Verdict.incorrect("is not from 1 to " + (inverse.modulus() - 1));
        }
        BigInteger rest =
                given.get().multiply(BigInteger.valueOf(inverse.number())).mod(BigInteger.valueOf(inverse.modulus()));
        return rest.equals(BigInteger.ONE) ? Verdict.CORRECT : Verdict.incorrect("leaves the remainder " + rest);
    }

    @Override
    public String work(Inverse inverse, Notes notes) {
        long before = inverse.modulus();
        long rest = inverse.number();
        Rational factorBefore = Rational.ZERO;
        Rational factor = Rational.ONE;
        while (rest > 1) {
            long quotient = before / rest;
            long next = notes.step(before + "-" + quotient + "*" + rest, before - quotient * rest);
            Rational nextFactor = notes.step(
                    Answers.operand(factorBefore) + "-" + quotient + "*" + Answers.operand(factor),
                    factorBefore.minus(Rational.of(quotient).times(factor)));
            before = rest;
            // A slip must not make the rest larger than what it is the rest of, or the work would not end.
            rest = Math.min(Math.abs(next), rest - 1);
            factorBefore = factor;
            factor = nextFactor;
        }
        BigInteger found = factor.numerator().mod(BigInteger.valueOf(inverse.modulus()));
        return (factor.signum() < 0 ? notes.step(Answers.operand(factor) + "%" + inverse.modulus(), found) : found)
                .toString();
    }

    @Override
    public void check(Inverse inverse, String answer, Notes notes) {
        Rational.readWhole(answer)
                .ifPresent(x -> notes.step(
                        inverse.number() + "*" + Answers.operand(Rational.of(x)) + "%" + inverse.modulus(),
                        x.multiply(BigInteger.valueOf(inverse.number())).mod(BigInteger.valueOf(inverse.modulus()))));
    }

    @Override
    public String guess(Inverse inverse, RandomGenerator random) {
        return Long.toString(random.nextLong(1, inverse.modulus()));
    }

    @Override
    public Map<String, Integer> axes(Inverse inverse) {
        return Map.of("digits", Long.toString(inverse.modulus()).length());
    }
}
