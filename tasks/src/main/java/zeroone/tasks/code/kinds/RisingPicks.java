package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** The longest rising subsequence, with a least rise. */
final class RisingPicks extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(new Parameter("a", ValueType.INTS, "the numbers, each from 1 to 1000000000")),
            ValueType.INT);

    @Override
    String name() {
        return "rising-picks";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("gap", 1, 5_000));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("Pick as many of the given numbers as you can, in the order in which they stand (not necessarily"
                        + " neighbours), so that each picked number is at least %d larger than the one picked before it."
                        + " How many can be picked?")
                .formatted(knob(knobs, "gap"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(7, 12, 1_000, 200_000);
    }

    @Override
    String largest() {
        return "200000 numbers";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int count = size < 1_000 ? 1 + random.nextInt(size) : size - random.nextInt(size / 10);
        long high = size < 100 ? 5L * knob(knobs, "gap") : 1_000_000_000;
        long[] values = draw(count, 1, high, random);
        if (random.nextBoolean()) {
            // A rising trend makes long answers.
            for (int i = 0; i < count; i++) {
                values[i] = 1 + (values[i] / 10 + high * i / count) % high;
            }
        }
        for (int i = 1; i < count; i++) {
            if (random.nextInt(3) == 0) {
                // A rise that just does, or is one too small.
                long rise = knob(knobs, "gap") - random.nextInt(2);
                values[i] = Math.min(1_000_000_000, values[random.nextInt(i)] + rise);
            }
        }
        return List.of(new Value.Ints(values));
    }

    @Override
    Plan plan() {
        return new Plan(
                "for each length keep the smallest last number, find the place by bisection",
                "take each number that is large enough after the last one taken",
                "for each number look at all before it");
    }

    /** Keeps, for every count, the smallest number that so many picks can end with. */
    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int gap = knob(knobs, "gap");
        long[] values = input.getFirst().numbers();
        long[] last = new long[values.length];
        int most = 0;
        for (long value : values) {
            int low = 0;
            int high = most;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (last[middle] <= value - gap) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            last[low] = low == most ? value : Math.min(last[low], value);
            most = Math.max(most, low + 1);
        }
        return Integer.toString(most);
    }
}
