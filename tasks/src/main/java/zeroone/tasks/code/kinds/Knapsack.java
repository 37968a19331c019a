package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** Things of weight and value, each to be taken a few times: dynamic programming over the weight. */
final class Knapsack extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(
                    new Parameter("capacity", ValueType.INT, "how much weight can be carried, from 1 to 5000"),
                    new Parameter("weights", ValueType.INTS, "the weight of each thing, from 1 to 1000"),
                    new Parameter("prices", ValueType.INTS, "the price of each thing, from 1 to 1000000000")),
            ValueType.INT);

    @Override
    String name() {
        return "knapsack";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("copies", 1, 3), new Knob("wrapping", 0, 500));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        int copies = knob(knobs, "copies");
        return ("Choose things to carry so that the sum of their prices is as high as possible. There %s of each thing."
                        + " Every piece that is carried weighs %d more than its own weight, for the wrapping, and all"
                        + " together must not weigh more than the capacity. What is the highest sum of prices?")
                .formatted(copies == 1 ? "is one piece" : "are " + copies + " pieces", knob(knobs, "wrapping"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(3, 6, 30, 90);
    }

    @Override
    String largest() {
        return "90 things";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int count = size < 10 ? 1 + random.nextInt(size) : size;
        int heaviest = size < 10 ? 60 : 1_000 / (1 + random.nextInt(10));
        int wrapping = knob(knobs, "wrapping");
        long capacity = size < 10 ? (heaviest + wrapping) * 2L + random.nextInt(50) : 4_000 + random.nextInt(1_001);
        long[] weights = draw(count, 1, heaviest, random);
        long[] prices = new long[count];
        for (int i = 0; i < count; i++) {
            // Prices near the weights make greedy choices fail.
            prices[i] = size < 10
                    ? weights[i] + random.nextInt(20) + 1
                    : weights[i] * 900_000 + random.nextInt(100_000_000) + 1;
        }
        if (random.nextBoolean()) {
            // Some of the things fill it to the last.
            capacity = 0;
            for (int i = 0; i < count && capacity < 4_000; i++) {
                capacity += random.nextBoolean() || i == 0 ? weights[i] + wrapping : 0;
            }
        }
        return List.of(new Value.Int(Math.min(5_000, capacity)), new Value.Ints(weights), new Value.Ints(prices));
    }

    @Override
    Plan plan() {
        return new Plan(
                "best price for each weight, piece by piece from the top down",
                "take what pays best",
                "try all choices of things");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int capacity = (int) input.get(0).number();
        long[] weights = input.get(1).numbers();
        long[] prices = input.get(2).numbers();
        long[] best = new long[capacity + 1];
        for (int thing = 0; thing < weights.length; thing++) {
            int weight = (int) weights[thing] + knob(knobs, "wrapping");
            for (int copy = 0; copy < knob(knobs, "copies"); copy++) {
                for (int room = capacity; room >= weight; room--) {
                    best[room] = Math.max(best[room], best[room - weight] + prices[thing]);
                }
            }
        }
        return Long.toString(best[capacity]);
    }
}
