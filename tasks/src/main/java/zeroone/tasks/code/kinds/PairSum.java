package zeroone.tasks.code.kinds;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Checker;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.TestCase;
import zeroone.tasks.code.judge.ValueType;

/** Two numbers with a sum of a kind: a table of what was seen. Every right pair is accepted. */
final class PairSum extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(new Parameter("a", ValueType.INTS, "the numbers, at least two, each from 0 to 1000000000")),
            ValueType.INTS);

    @Override
    String name() {
        return "pair-sum";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("m", 300_001, 999_999), new Knob("r", 0, 999));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("Find two of the given numbers, at different places, whose sum leaves the remainder %d when divided by %d."
                        + " Answer with the two places, the smaller first; places are counted from 1. If several pairs do,"
                        + " any of them is right; if none does, answer with 0 and 0.")
                .formatted(knob(knobs, "r"), knob(knobs, "m"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(5, 50, 2_000, 100_000);
    }

    @Override
    String largest() {
        return "100000 numbers";
    }

    /** Numbers without any pair, into which at most one pair is put, and often a number that would pair with itself. */
    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int m = knob(knobs, "m");
        int r = knob(knobs, "r");
        int count = size < 1_000 ? 2 + random.nextInt(size - 1) : size - random.nextInt(size / 10);
        Set<Long> used = new HashSet<>();
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            long rest = random.nextInt(m);
            while (2 * rest % m == r || used.contains(Math.floorMod(r - rest, (long) m))) {
                rest = random.nextInt(m);
            }
            used.add(rest);
            values[i] = rest + m * random.nextLong(1_000_000_000 / m);
        }
        long half = (r % 2 == 0 ? r : r + (long) m) / 2;
        if ((r % 2 == 0 || m % 2 == 1) && random.nextInt(3) > 0) {
            values[random.nextInt(count)] = half;
        }
        if (count > 2 && random.nextInt(3) > 0) {
            int late = count / 2 + random.nextInt(count - count / 2);
            int other = random.nextInt(late);
            values[late] = Math.floorMod(r - values[other], (long) m);
        }
        return List.of(new Value.Ints(values));
    }

    @Override
    Plan plan() {
        return new Plan(
                "a table from remainder to place, look up the partner of each",
                "look up the partner of each, itself too",
                "try all pairs");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int m = knob(knobs, "m");
        long[] values = input.getFirst().numbers();
        int[] seen = new int[m];
        for (int i = 0; i < values.length; i++) {
            int partner = seen[Math.floorMod(knob(knobs, "r") - values[i], m)];
            if (partner > 0) {
                return partner + " " + (i + 1);
            }
            seen[(int) (values[i] % m)] = i + 1;
        }
        return "0 0";
    }

    @Override
    Checker checker(Map<String, Integer> knobs) {
        return (test, output) -> complaint(knobs, test, output);
    }

    private static Optional<String> complaint(Map<String, Integer> knobs, TestCase test, String output) {
        if (test.output().equals("0 0")) {
            return Checker.TOKENS.complaint(test, output);
        }
        StringTokenizer places = new StringTokenizer(output);
        if (places.countTokens() != 2) {
            return Optional.of("has " + places.countTokens() + " words, not 2");
        }
        StringTokenizer input = new StringTokenizer(test.input());
        int count = Integer.parseInt(input.nextToken());
        int first = place(places.nextToken(), count);
        int second = place(places.nextToken(), count);
        if (first < 1 || second <= first) {
            return Optional.of("must be two places from 1 to " + count + ", the smaller first; there is such a pair");
        }
        long sum = 0;
        for (int place = 1; place <= second; place++) {
            long value = Long.parseLong(input.nextToken());
            sum += place == first || place == second ? value : 0;
        }
        return sum % knob(knobs, "m") == knob(knobs, "r")
                ? Optional.empty()
                : Optional.of("names two numbers whose sum leaves the remainder " + sum % knob(knobs, "m"));
    }

    /** The place that a word names; 0 if it names none. */
    private static int place(String word, int count) {
        if (!word.matches("[0-9]{1,9}")) {
            return 0;
        }
        int place = Integer.parseInt(word);
        return place <= count ? place : 0;
    }
}
