package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** The k-th largest of a growing collection: a heap. */
final class TopK extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(
                    new Parameter("k", ValueType.INT, "the rank, from 1 to the number of scores"),
                    new Parameter("scores", ValueType.INTS, "the scores in the order of arrival, from 0 to 1000000")),
            ValueType.INT);

    @Override
    String name() {
        return "top-k";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("every", 1, 12), new Knob("limit", 1, 999));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("Scores arrive one by one. Each time that the number of scores so far is a multiple of %d and at least k,"
                        + " write down the k-th largest score so far (equal scores count each for themselves), but 0 if it"
                        + " is less than %d. What is the sum of what was written down?")
                .formatted(knob(knobs, "every"), knob(knobs, "limit"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(8, 30, 1_000, 100_000);
    }

    @Override
    String largest() {
        return "100000 scores";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int count = size < 1_000 ? 1 + random.nextInt(size) : size - random.nextInt(size / 10);
        int k = 1 + random.nextInt(size < 100 ? Math.max(1, count / 2) : count / 4);
        long high = size < 100 ? knob(knobs, "limit") + 10L : random.nextBoolean() ? 1_000_000 : 2_000;
        long[] scores = draw(count, size < 100 ? high - 15 < 0 ? 0 : high - 15 : 0, high, random);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0) {
                // Not less than the limit, by nothing.
                scores[i] = knob(knobs, "limit");
            }
        }
        return List.of(new Value.Int(k), new Value.Ints(scores));
    }

    @Override
    Plan plan() {
        return new Plan("a heap of the k largest", "keep the k largest different scores", "sort all scores each time");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int k = (int) input.get(0).number();
        long[] scores = input.get(1).numbers();
        PriorityQueue<Long> largest = new PriorityQueue<>();
        long sum = 0;
        for (int i = 0; i < scores.length; i++) {
            largest.add(scores[i]);
            if (largest.size() > k) {
                largest.remove();
            }
            if (largest.size() == k && (i + 1) % knob(knobs, "every") == 0) {
                long kth = largest.element();
                sum += kth < knob(knobs, "limit") ? 0 : kth;
            }
        }
        return Long.toString(sum);
    }
}
