package zeroone.tasks.code.kinds;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** Scheduling of intervals, with a break between them. */
final class Bookings extends ProblemKind {
    private static final int PLACE_BITS = 20;

    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(
                    new Parameter("starts", ValueType.INTS, "when each booking starts, from 0 to 1000000000"),
                    new Parameter("ends", ValueType.INTS, "when each booking ends, later than it starts")),
            ValueType.INT);

    @Override
    String name() {
        return "bookings";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("pause", 0, 3_000));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("One room, many bookings. Two bookings can both be accepted if one of them starts at least %d after the"
                        + " end of the other. How many bookings can be accepted at most?")
                .formatted(knob(knobs, "pause"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(5, 10, 1_000, 100_000);
    }

    @Override
    String largest() {
        return "100000 bookings";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int count = size < 1_000 ? 1 + random.nextInt(size) : size - random.nextInt(size / 10);
        long span = size < 100 ? 5L * (knob(knobs, "pause") + 10) : 1_000_000_000;
        long[] starts = draw(count, 0, span, random);
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(3) == 0) {
                // Right after the pause, which just does, or one too early.
                long free = ends[random.nextInt(i)] + knob(knobs, "pause");
                starts[i] = Math.min(1_000_000_000, free - random.nextInt(2));
            }
            ends[i] = starts[i] + 1 + random.nextLong(Math.max(1, random.nextInt(8) == 0 ? span : span / 20));
        }
        return List.of(new Value.Ints(starts), new Value.Ints(ends));
    }

    @Override
    Plan plan() {
        return new Plan(
                "sort by end and accept what starts late enough",
                "accept what comes first",
                "sort by end, for each booking look at all before it");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        long[] starts = input.get(0).numbers();
        long[] ends = input.get(1).numbers();
        // End and place in one number, since numbers sort faster than objects.
        long[] byEnd = new long[ends.length];
        for (int i = 0; i < ends.length; i++) {
            byEnd[i] = ends[i] << PLACE_BITS | i;
        }
        Arrays.sort(byEnd);
        long free = Long.MIN_VALUE;
        int accepted = 0;
        for (long endAndPlace : byEnd) {
            int place = (int) (endAndPlace & (1 << PLACE_BITS) - 1);
            if (starts[place] >= free) {
                accepted++;
                free = ends[place] + knob(knobs, "pause");
            }
        }
        return Integer.toString(accepted);
    }
}
