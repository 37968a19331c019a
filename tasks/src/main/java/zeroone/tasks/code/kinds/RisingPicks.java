package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        return List.of(new Value.Ints(values));
    }

    @Override
    Plan plan() {
        return new Plan(
                "for each length keep the smallest last number, find the place by bisection",
                "take each number that is large enough after the last one taken",
                "for each number look at all before it");
    }

    /** Keeps, of all best counts that end at a value, those that no smaller value reaches. */
    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int gap = knob(knobs, "gap");
        TreeMap<Long, Integer> bestByLast = new TreeMap<>();
        int most = 0;
        for (long value : input.getFirst().numbers()) {
            Map.Entry<Long, Integer> before = bestByLast.floorEntry(value - gap);
            int count = before == null ? 1 : before.getValue() + 1;
            Map.Entry<Long, Integer> here = bestByLast.floorEntry(value);
            if (here == null || here.getValue() < count) {
                bestByLast.put(value, count);
                Map.Entry<Long, Integer> next = bestByLast.higherEntry(value);
                while (next != null && next.getValue() <= count) {
                    bestByLast.remove(next.getKey());
                    next = bestByLast.higherEntry(value);
                }
            }
            most = Math.max(most, count);
        }
        return Integer.toString(most);
    }
}
