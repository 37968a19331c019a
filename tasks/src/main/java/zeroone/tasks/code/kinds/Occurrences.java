package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** String matching where occurrences overlap. */
final class Occurrences extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(
                    new Parameter("text", ValueType.TEXT, "letters a and b"),
                    new Parameter("pattern", ValueType.TEXT, "letters a and b, no longer than the text")),
            ValueType.INT);

    @Override
    String name() {
        return "occurrences";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("m", 2, 90), new Knob("r", 0, 90));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("Find every place at which the pattern occurs in the text; occurrences may overlap. Places are counted from"
                        + " 0, the first letter of the text. An occurrence at place i scores (%d * i + %d) mod 1000. What is"
                        + " the sum of all scores?")
                .formatted(knob(knobs, "m"), knob(knobs, "r"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(12, 30, 2_000, 200_000);
    }

    @Override
    String largest() {
        return "200000 letters";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        if (size >= 100_000) {
            // Where every letter but the last few agrees, comparing letter by letter takes for ever.
            int length = size - random.nextInt(size / 10);
            return List.of(new Value.Text("a".repeat(length)), new Value.Text("a".repeat(length / 2)));
        }
        String unit = letters(1 + random.nextInt(3), random);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(random.nextInt(6) == 0 ? letters(2, random) : unit);
        }
        String pattern = unit.repeat(1 + random.nextInt(3));
        return List.of(new Value.Text(text.substring(0, size)), new Value.Text(pattern));
    }

    @Override
    Plan plan() {
        return new Plan(
                "how far the pattern matches itself, never go back in the text",
                "find one, go on behind it",
                "compare the pattern at each place");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        String text = input.get(0).word();
        String pattern = input.get(1).word();
        int[] border = new int[pattern.length() + 1];
        border[0] = -1;
        for (int i = 1, k = -1; i <= pattern.length(); i++) {
            while (k >= 0 && pattern.charAt(k) != pattern.charAt(i - 1)) {
                k = border[k];
            }
            border[i] = ++k;
        }
        long sum = 0;
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            while (matched == pattern.length() || (matched >= 0 && pattern.charAt(matched) != text.charAt(i))) {
                matched = border[matched];
            }
            if (++matched == pattern.length()) {
                sum += ((long) knob(knobs, "m") * (i + 1 - matched) + knob(knobs, "r")) % 1_000;
            }
        }
        return Long.toString(sum);
    }

    private static String letters(int count, RandomGenerator random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(random.nextInt(3) == 0 ? 'b' : 'a');
        }
        return letters.toString();
    }
}
