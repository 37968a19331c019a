package zeroone.tasks.numbers;

import java.math.BigInteger;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "What is the greatest common divisor of 4620 and 1287?" Worked by Euclid's algorithm.
 *
 * @param level part of the name
 * @param largest the largest of the three factors that the numbers are made from, 10 to 1,000,000
 */
record CommonDivisor(String level, int largest) implements Exercise<CommonDivisor.Pair> {
    private static final long LIMIT = 1_000_000_000_000L;

    CommonDivisor {
        if (largest < 10 || largest > 1_000_000) {
            throw new IllegalArgumentException("the factors must be at most 10 to 1000000: " + largest);
        }
    }

    /** Two numbers. */
    record Pair(long first, long second) {
        long divisor() {
            return BigInteger.valueOf(first).gcd(BigInteger.valueOf(second)).longValueExact();
        }
    }

    @Override
    public String name() {
        return "common-divisor-" + level;
    }

    @Override
    public Pair draw(RandomGenerator random) {
        long common = random.nextLong(2, largest + 1L);
        long first = random.nextLong(2, largest + 1L);
        long second = random.nextLong(2, largest + 1L);
        return new Pair(common * first, common * second);
    }

    @Override
    public ObjectNode data(Pair pair) {
        return Fields.empty().put("first", pair.first()).put("second", pair.second());
    }

    @Override
    public Pair read(ObjectNode data) {
        return new Pair(Fields.whole(data, "first", 1, LIMIT), Fields.whole(data, "second", 1, LIMIT));
    }

    @Override
    public String id(Pair pair) {
        return "gcd(" + Math.min(pair.first(), pair.second()) + "," + Math.max(pair.first(), pair.second()) + ")";
    }

    @Override
    public String prompt(Pair pair) {
        return "What is the greatest common divisor of " + pair.first() + " and " + pair.second()
                + "? Answer with the whole number only.";
    }

    @Override
    public Verdict judge(Pair pair, String answer) {
        return Answers.whole(BigInteger.valueOf(pair.divisor()), answer);
    }

    @Override
    public String work(Pair pair, Notes notes) {
        long larger = Math.max(pair.first(), pair.second());
        long smaller = Math.min(pair.first(), pair.second());
        while (smaller != 0) {
            long rest = Math.abs(notes.step(larger + "%" + smaller, larger % smaller));
            larger = smaller;
            // A slip must not make the rest larger than what it is the rest of, or the work would not end.
            smaller = Math.min(rest, smaller - 1);
        }
        return Long.toString(larger);
    }

    @Override
    public void check(Pair pair, String answer, Notes notes) {
        Rational.readWhole(answer).filter(divisor -> divisor.signum() > 0).ifPresent(divisor -> {
            notes.step(
                    pair.first() + "%" + divisor,
                    BigInteger.valueOf(pair.first()).mod(divisor));
            notes.step(
                    pair.second() + "%" + divisor,
                    BigInteger.valueOf(pair.second()).mod(divisor));
        });
    }

    @Override
    public String guess(Pair pair, RandomGenerator random) {
        return Long.toString(Math.max(1, pair.divisor() / (1 + random.nextInt(4))));
    }

    @Override
    public Map<String, Integer> axes(Pair pair) {
        return Map.of(
                "digits", Long.toString(Math.max(pair.first(), pair.second())).length());
    }
}
