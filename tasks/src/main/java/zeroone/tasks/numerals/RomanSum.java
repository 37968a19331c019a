package zeroone.tasks.numerals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "What is XIV + XCII?", answered in Roman numerals.
 *
 * @param most the largest of the two numbers; their sum is a numeral too
 */
record RomanSum(String level, int most) implements Exercise<RomanSum.Sum> {
    RomanSum {
        if (most < 10 || 2 * most > RomanNumeral.LARGEST + 1) {
            throw new IllegalArgumentException("the largest number must be from 10 to 2000: " + most);
        }
    }

    /** Two numbers with a sum below 4000. */
    record Sum(int left, int right) {
        Sum {
            if (left + right > RomanNumeral.LARGEST) {
                throw new IllegalArgumentException("\"left\" and \"right\" must add up to at most "
                        + RomanNumeral.LARGEST + ": " + left + " + " + right);
            }
        }
    }

    @Override
    public String name() {
        return "roman-sum-" + level;
    }

    @Override
    public Sum draw(RandomGenerator random) {
        return new Sum(random.nextInt(1, most), random.nextInt(1, most + 1));
    }

    @Override
    public ObjectNode data(Sum sum) {
        return Fields.empty().put("left", sum.left()).put("right", sum.right());
    }

    @Override
    public Sum read(ObjectNode data) {
        return new Sum((int) Fields.whole(data, "left", 1, RomanNumeral.LARGEST), (int)
                Fields.whole(data, "right", 1, RomanNumeral.LARGEST));
    }

    @Override
    public String id(Sum sum) {
        return Math.min(sum.left(), sum.right()) + "+" + Math.max(sum.left(), sum.right());
    }

    @Override
    public String prompt(Sum sum) {
        return "What is " + RomanNumeral.of(sum.left()) + " + " + RomanNumeral.of(sum.right())
                + "? Answer with one Roman numeral in capital letters, in the usual form (IV, not IIII).";
    }

    @Override
    public Verdict judge(Sum sum, String answer) {
        Optional<Integer> number = RomanNumeral.parse(answer);
        if (number.isEmpty()) {
            return Verdict.incorrect("is not a Roman numeral in the usual form");
        }
        return number.get() == sum.left() + sum.right()
                ? Verdict.CORRECT
                : Verdict.incorrect("is " + number.get() + ", not " + sum.left() + " + " + sum.right());
    }

    @Override
    public String work(Sum sum, Notes notes) {
        long left = numeral(sum.left(), notes);
        long right = numeral(sum.right(), notes);
        long total = notes.step(left + "+" + right, left + right);
        return RomanNumeral.of((int) Math.clamp(total, 1, RomanNumeral.LARGEST));
    }

    /** Reads a numeral from its thousands down, as a sum of what the decimal places are worth. */
    private static long numeral(int number, Notes notes) {
        notes.say(RomanNumeral.of(number) + ":");
        long sum = 0;
        for (int place = 1000; place >= 1; place /= 10) {
            int worth = number / place % 10 * place;
            if (worth > 0) {
                notes.say(RomanNumeral.of(worth));
                sum = sum == 0 ? worth : Math.abs(notes.step(sum + "+" + worth, sum + worth));
            }
        }
        return sum;
    }

    @Override
    public String guess(Sum sum, RandomGenerator random) {
        return RomanNumeral.of(Math.clamp(sum.left() + sum.right() + random.nextInt(-6, 7), 1, RomanNumeral.LARGEST));
    }

    @Override
    public Map<String, Integer> axes(Sum sum) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put(
                "signs",
                RomanNumeral.of(sum.left()).length()
                        + RomanNumeral.of(sum.right()).length());
        return axes;
    }
}
