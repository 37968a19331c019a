package zeroone.tasks.mathematics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import zeroone.tasks.Verdict;
import zeroone.text.CounterRandom;

/** Random numbers written in random ways: what is equal is accepted, what is accepted is equal. */
class RandomExpressionsTest {
    private static final int CASES = 1000;

    /** A number, written once as it was drawn and once in another way. */
    private record Drawn(String text, String other, double value) {}

    private static Drawn draw(int depth, RandomGenerator random) {
        if (depth == 0) {
            return leaf(random);
        }
        Drawn a = draw(depth - 1, random);
        Drawn b = draw(random.nextInt(depth), random);
        return switch (random.nextInt(6)) {
            case 0 ->
                new Drawn(
                        "(" + a.text + ") + (" + b.text + ")",
                        "(" + b.other + ")+(" + a.other + ")",
                        a.value + b.value);
            case 1 ->
                new Drawn(
                        "(" + a.text + ") - (" + b.text + ")",
                        "-((" + b.other + ")-(" + a.other + "))",
                        a.value - b.value);
            case 2 ->
                new Drawn(
                        "(" + a.text + ")(" + b.text + ")",
                        "(" + b.other + ")\\cdot(" + a.other + ")",
                        a.value * b.value);
            case 3 ->
                new Drawn(
                        "(" + a.text + ")((" + b.text + ")+1)",
                        "(" + a.other + ")*(" + b.other + ")+(" + a.other + ")",
                        a.value * (b.value + 1));
            case 4 ->
                Math.abs(b.value) < 1e-6
                        ? a
                        : new Drawn(
                                "\\frac{" + a.text + "}{" + b.text + "}",
                                "(" + a.other + ")/(" + b.other + ")",
                                a.value / b.value);
            default -> new Drawn("(" + a.text + ")^2", "(" + a.other + ")*(" + a.other + ")", a.value * a.value);
        };
    }

    private static Drawn leaf(RandomGenerator random) {
        int n = random.nextInt(1, 30);
        int m = random.nextInt(1, 12);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Drawn(Integer.toString(n), n + ".0", n);
            case 2 -> new Drawn("\\sqrt{" + n + "}", "\\frac{" + n + "}{\\sqrt{" + n + "}}", Math.sqrt(n));
            case 3 -> new Drawn("\\frac{" + n + "}{" + m + "}", 3 * n + "/" + 3 * m, (double) n / m);
            case 4 -> new Drawn("\\pi", "\\frac{4\\pi}{4}", Math.PI);
            default -> new Drawn(m + "\\sqrt{2}", "sqrt(" + 2 * m * m + ")", m * Math.sqrt(2));
        };
    }

    @Test
    void the_same_number_in_two_ways_is_equal() {
        int undecided = 0;
        for (int i = 0; i < CASES; i++) {
            Drawn drawn = draw(2, CounterRandom.of(41, i).sequence());
            Verdict verdict = MathAnswer.compare(drawn.text, drawn.other);
            if (!verdict.isCorrect() && verdict.toString().contains("limits")) {
                undecided++;
                continue;
            }
            assertThat(verdict)
                    .as("case %s: %s and %s", i, drawn.text, drawn.other)
                    .isEqualTo(Verdict.CORRECT);
        }
        assertThat(undecided).as("beyond the limits").isLessThan(CASES / 50);
    }

    @Test
    void what_is_accepted_is_equal() {
        int accepted = 0;
        for (int i = 0; i < CASES; i++) {
            RandomGenerator random = CounterRandom.of(42, i).sequence();
            Drawn drawn = draw(2, random);
            Drawn other = random.nextBoolean() ? draw(2, random) : draw(1, random);
            String answer = random.nextInt(3) == 0 ? drawn.other : other.text;
            double value = answer.equals(other.text) ? other.value : drawn.value;
            boolean correct = MathAnswer.compare(drawn.text, answer).isCorrect();
            boolean near = Math.abs(value - drawn.value) <= 1e-9 * Math.max(1, Math.abs(drawn.value));
            if (correct) {
                accepted++;
                assertThat(near).as("case %s: %s and %s", i, drawn.text, answer).isTrue();
            }
        }
        assertThat(accepted).isGreaterThan(CASES / 5);
    }
}
