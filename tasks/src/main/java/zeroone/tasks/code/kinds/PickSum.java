package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** A sum with a condition: reading, looping, and numbers of more than 32 bits. */
final class PickSum extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(new Parameter("a", ValueType.INTS, "the numbers, each from 0 to 1000000000")),
            ValueType.INT);

    @Override
    String name() {
        return "pick-sum";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("m", 11, 60), new Knob("r", 0, 10));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("Add up the given numbers that leave a remainder of at most %d when divided by %d, and subtract all the"
                        + " others.")
                .formatted(knob(knobs, "r"), knob(knobs, "m"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(6, 100, 1_000, 100_000);
    }

    @Override
    String largest() {
        return "100000 numbers";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        return List.of(new Value.Ints(draw(1 + random.nextInt(size), 0, size < 10 ? 100 : 1_000_000_000, random)));
    }

    @Override
    Plan plan() {
        return new Plan(
                "one loop, add or subtract each number in 64 bits",
                "one loop over the numbers, a plain sum",
                "sum up all numbers again for each prefix");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int m = knob(knobs, "m");
        int r = knob(knobs, "r");
        long sum = 0;
        for (long value : input.getFirst().numbers()) {
            sum += value % m <= r ? value : -value;
        }
        return Long.toString(sum);
    }
}
