package zeroone.tasks.code.kinds;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** Brackets of several kinds, written as letters: a stack. */
final class Brackets extends ProblemKind {
    private static final Signature SIGNATURE =
            new Signature("solve", List.of(new Parameter("s", ValueType.TEXT, "small letters")), ValueType.INT);

    @Override
    String name() {
        return "brackets";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("first", 0, 20), new Knob("pairs", 2, 3), new Knob("modulus", 101, 9_999));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        StringBuilder pairs = new StringBuilder();
        for (int pair = 0; pair < knob(knobs, "pairs"); pair++) {
            pairs.append(pair == 0 ? "" : ", ")
                    .append("\"%s\" opens and \"%s\" closes".formatted(open(knobs, pair), close(knobs, pair)));
        }
        return ("Letters serve as brackets: %s. A stretch of neighbouring letters is balanced if every bracket in it that"
                        + " opens is closed by its partner and they nest properly, as in arithmetic. How many of the not"
                        + " empty stretches are balanced? Stretches at different places count separately. Answer that number"
                        + " modulo %d.")
                .formatted(pairs, knob(knobs, "modulus"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(8, 20, 2_000, 200_000);
    }

    @Override
    String largest() {
        return "200000 letters";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int length = size < 100 ? 1 + random.nextInt(size) : size - random.nextInt(size / 10);
        int depth = 0;
        char[] letters = new char[length];
        int[] stack = new int[length];
        double mistakes = size < 100 ? 0.1 : 3.0 / length;
        double deeper = size > 10_000 ? 0.52 : 0.5;
        for (int i = 0; i < length; i++) {
            if (depth > 0 && (random.nextDouble() > deeper || depth > length - i)) {
                letters[i] = close(knobs, stack[--depth]);
            } else {
                stack[depth] = random.nextInt(knob(knobs, "pairs"));
                letters[i] = open(knobs, stack[depth++]);
            }
            if (random.nextDouble() < mistakes) {
                letters[i] = close(knobs, random.nextInt(knob(knobs, "pairs")));
            }
        }
        return List.of(new Value.Text(new String(letters)));
    }

    @Override
    Plan plan() {
        return new Plan(
                "a stack, and for each place how many balanced stretches end there",
                "count depth only",
                "start at each place and go on while it can balance");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        String s = input.getFirst().word();
        int[] open = new int[s.length()];
        long[] endingAt = new long[s.length() + 1];
        int depth = 0;
        long sum = 0;
        for (int i = 0; i < s.length(); i++) {
            int letter = s.charAt(i) - open(knobs, 0);
            if (letter % 2 == 0) {
                open[depth++] = i;
            } else if (depth > 0 && s.charAt(open[depth - 1]) + 1 == s.charAt(i)) {
                endingAt[i + 1] = endingAt[open[--depth]] + 1;
                sum += endingAt[i + 1];
            } else {
                depth = 0;
            }
        }
        return Long.toString(sum % knob(knobs, "modulus"));
    }

    private static char open(Map<String, Integer> knobs, int pair) {
        return (char) ('a' + knob(knobs, "first") + 2 * pair);
    }

    private static char close(Map<String, Integer> knobs, int pair) {
        return (char) (open(knobs, pair) + 1);
    }
}
