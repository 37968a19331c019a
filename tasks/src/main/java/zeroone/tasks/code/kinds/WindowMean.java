package zeroone.tasks.code.kinds;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import zeroone.tasks.code.judge.Checker;
import zeroone.tasks.code.judge.Parameter;
import zeroone.tasks.code.judge.Signature;
import zeroone.tasks.code.judge.ValueType;

/** The best mean of neighbours: running sums, and a real result. */
final class WindowMean extends ProblemKind {
    private static final Signature SIGNATURE = new Signature(
            "solve",
            List.of(
                    new Parameter("k", ValueType.INT, "the length of a window, from 1 to the number of values"),
                    new Parameter("a", ValueType.INTS, "the values, each from 0 to 100000")),
            ValueType.REAL);

    @Override
    String name() {
        return "window-mean";
    }

    @Override
    List<Knob> knobs() {
        return List.of(new Knob("centre", 0, 999), new Knob("cap", 1_000, 9_999));
    }

    @Override
    Signature signature() {
        return SIGNATURE;
    }

    @Override
    String statement(Map<String, Integer> knobs) {
        return ("The deviation of a value is its distance from %d, but at most %d. A window is k neighbouring values. What"
                        + " is the highest mean deviation that a window has? An error of 0.000001, absolute or relative, is"
                        + " allowed.")
                .formatted(knob(knobs, "centre"), knob(knobs, "cap"));
    }

    @Override
    List<Integer> sizes() {
        return List.of(6, 30, 2_000, 200_000);
    }

    @Override
    String largest() {
        return "200000 values";
    }

    @Override
    List<Value> input(Map<String, Integer> knobs, int size, RandomGenerator random) {
        int count = size < 100 ? 1 + random.nextInt(size) : size - random.nextInt(size / 10);
        int k = size < 100 ? 1 + random.nextInt(count) : count / 3 + random.nextInt(count / 3);
        return List.of(new Value.Int(k), new Value.Ints(draw(count, 0, 3L * knob(knobs, "centre") + 3_000, random)));
    }

    @Override
    Plan plan() {
        return new Plan("a running sum over the window", "whole windows and a rounded mean", "add up each window anew");
    }

    @Override
    String answer(Map<String, Integer> knobs, List<Value> input) {
        int k = (int) input.get(0).number();
        long[] values = input.get(1).numbers();
        long sum = 0;
        long most = 0;
        for (int i = 0; i < values.length; i++) {
            sum += deviation(knobs, values[i]);
            if (i >= k) {
                sum -= deviation(knobs, values[i - k]);
            }
            if (i >= k - 1) {
                most = Math.max(most, sum);
            }
        }
        return new BigDecimal(most)
                .divide(new BigDecimal(k), MathContext.DECIMAL64)
                .toPlainString();
    }

    @Override
    Checker checker(Map<String, Integer> knobs) {
        return Checker.numbers(1e-6);
    }

    private static long deviation(Map<String, Integer> knobs, long value) {
        return Math.min(knob(knobs, "cap"), Math.abs(value - knob(knobs, "centre")));
    }
}
