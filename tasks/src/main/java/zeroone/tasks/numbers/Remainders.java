package zeroone.tasks.numbers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Find the least positive number that leaves 2 when divided by 7 and 3 when divided by 11." Worked by sieving: the numbers
 * that fit the first, one after the other, until one fits the next.
 *
 * @param level part of the name
 * @param count how many divisors, 2 to 4
 * @param largest the largest divisor, 12 to 100
 */
record Remainders(String level, int count, int largest) implements Exercise<Remainders.Congruences> {
    private static final long LIMIT = 1000;

    Remainders {
        if (count < 2 || count > 4 || largest < 12 || largest > 100) {
            throw new IllegalArgumentException(
                    "there must be 2 to 4 divisors of at most 12 to 100: " + count + ", " + largest);
        }
    }

    /** Divisors without common factors, and the remainders. */
    record Congruences(List<Long> divisors, List<Long> remainders) {
        /** The least positive number with these remainders. */
        BigInteger solution() {
            BigInteger value = BigInteger.ZERO;
            BigInteger step = BigInteger.ONE;
            for (int i = 0; i < divisors.size(); i++) {
                BigInteger divisor = BigInteger.valueOf(divisors.get(i));
                BigInteger missing = BigInteger.valueOf(remainders.get(i)).subtract(value);
                value = value.add(
                        step.multiply(missing.multiply(step.modInverse(divisor)).mod(divisor)));
                step = step.multiply(divisor);
            }
            return value.signum() == 0 ? step : value;
        }
    }

    @Override
    public String name() {
        return "remainders-" + level;
    }

    @Override
    public Congruences draw(RandomGenerator random) {
        List<Long> divisors = new ArrayList<>();
        List<Long> remainders = new ArrayList<>();
        while (divisors.size() < count) {
            long divisor = random.nextLong(3, largest + 1L);
            if (divisors.stream().allMatch(other -> coprime(other, divisor))) {
                divisors.add(divisor);
                remainders.add(random.nextLong(divisor));
            }
        }
        return new Congruences(divisors, remainders);
    }

    private static boolean coprime(long first, long second) {
        return BigInteger.valueOf(first).gcd(BigInteger.valueOf(second)).equals(BigInteger.ONE);
    }

    @Override
    public ObjectNode data(Congruences system) {
        ObjectNode data = Fields.empty();
        data.set("divisors", Fields.array(system.divisors()));
        data.set("remainders", Fields.array(system.remainders()));
        return data;
    }

    @Override
    public Congruences read(ObjectNode data) {
        List<Long> divisors = Fields.wholes(data, "divisors", 2, LIMIT);
        List<Long> remainders = Fields.wholes(data, "remainders", 0, LIMIT);
        if (divisors.size() > 8 || divisors.size() != remainders.size()) {
            throw new IllegalArgumentException("there must be as many remainders as divisors, at most 8: "
                    + divisors.size() + " and " + remainders.size());
        }
        for (int i = 0; i < divisors.size(); i++) {
            if (remainders.get(i) >= divisors.get(i)) {
                throw new IllegalArgumentException(
                        "a remainder must be less than its divisor: " + remainders.get(i) + " of " + divisors.get(i));
            }
            for (int j = 0; j < i; j++) {
                if (!coprime(divisors.get(i), divisors.get(j))) {
                    throw new IllegalArgumentException(
                            "divisors must have no common factor: " + divisors.get(j) + " and " + divisors.get(i));
                }
            }
        }
        return new Congruences(divisors, remainders);
    }

    @Override
    public String id(Congruences system) {
        return IntStream.range(0, system.divisors().size())
                .boxed()
                .sorted((a, b) ->
                        Long.compare(system.divisors().get(a), system.divisors().get(b)))
                .map(i ->
                        system.remainders().get(i) + " mod " + system.divisors().get(i))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String prompt(Congruences system) {
        List<String> parts = IntStream.range(0, system.divisors().size())
                .mapToObj(i -> "the remainder " + system.remainders().get(i) + " when divided by "
                        + system.divisors().get(i))
                .toList();
        return "Find the least positive whole number that leaves "
                + String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast()
                + ". Answer with the number only.";
    }

    @Override
    public Verdict judge(Congruences system, String answer) {
        return Answers.whole(system.solution(), answer);
    }

    @Override
    public String work(Congruences system, Notes notes) {
        List<Integer> order = IntStream.range(0, system.divisors().size())
                .boxed()
                .sorted((a, b) ->
                        Long.compare(system.divisors().get(b), system.divisors().get(a)))
                .toList();
        long value = system.remainders().get(order.getFirst());
        long step = system.divisors().get(order.getFirst());
        for (int i : order.subList(1, order.size())) {
            long divisor = system.divisors().get(i);
            for (long tried = 0; tried < divisor; tried++) {
                if (notes.step(value + "%" + divisor, value % divisor)
                        == system.remainders().get(i)) {
                    break;
                }
                value = Math.abs(notes.step(value + "+" + step, value + step));
            }
            step = Math.abs(notes.step(step + "*" + divisor, step * divisor));
        }
        return Long.toString(value == 0 ? step : value);
    }

    @Override
    public void check(Congruences system, String answer, Notes notes) {
        Rational.readWhole(answer).ifPresent(value -> {
            for (long divisor : system.divisors()) {
                notes.step(value + "%" + divisor, value.mod(BigInteger.valueOf(divisor)));
            }
        });
    }

    @Override
    public String guess(Congruences system, RandomGenerator random) {
        return Long.toString(1 + random.nextLong(system.divisors().stream().reduce(1L, (a, b) -> a * b)));
    }

    @Override
    public Map<String, Integer> axes(Congruences system) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("divisors", system.divisors().size());
        axes.put(
                "largest divisor",
                system.divisors().stream().max(Long::compare).orElseThrow().intValue());
        return axes;
    }
}
