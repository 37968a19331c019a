package zeroone.tasks.code.kinds;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** Counting primes of a kind: a sieve. */
final class PrimeCount extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(
                    new Parameter("low", ValueType.INT, "the smallest number of the range, from 1 to 3000000"),
                    new Parameter("high", ValueType.INT, "the largest, from low to 3000000")),
            ValueType.INT);

    @Override
    String name() {
        return "prime-count";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("m", 3, 60), new Knob("r", 1, 40));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("How many primes from low to high, both included, leave a remainder of at most %d when divided by %d?")
                .formatted(knob(knobs, "r"), knob(knobs, "m"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(30, 200, 3_000, 3_000_000);
    }

    @Override
    String largest() {
        return "a high of 3000000";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int low = 1 + random.nextInt(Math.max(1, size / 50));
        int high = size - random.nextInt(Math.max(1, size / 10));
        return List.of(new Value.Int(low), new Value.Int(high));
    }

    @Override
    Plan plan() {
        return new Plan(
                "sieve up to high, count the remainders",
                "sieve from behind the square on, count the remainders",
                "divide each number by all below it");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int low = (int) input.get(0).number();
        int high = (int) input.get(1).number();
        BitSet composite = new BitSet(high + 1);
        int count = 0;
        for (int number = 2; number <= high; number++) {
            if (!composite.get(number)) {
                count += number >= low && number % knob(knobs, "m") <= knob(knobs, "r") ? 1 : 0;
                for (long multiple = (long) number * number; multiple <= high; multiple += number) {
                    composite.set((int) multiple);
                }
            }
        }
        return Integer.toString(count);
    }
}
