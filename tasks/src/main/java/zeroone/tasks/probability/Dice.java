package zeroone.tasks.probability;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exact.Rational;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "Two fair dice, with 6 and 8 sides, are rolled. What is the probability that the sum is at least 9?"
 *
 * @param level part of the name
 * @param dice the most dice, 2 to 5
 * @param sides the most sides of a die, 6 to 100
 */
record Dice(String level, int dice, int sides) implements Exercise<Dice.Roll> {
    private static final long LIMIT = 100;

    Dice {
        if (dice < 2 || dice > 5 || sides < 6 || sides > LIMIT) {
            throw new IllegalArgumentException("there must be at most 2 to 5 dice with at most 6 to 100 sides: " + dice
                    + " dice, " + sides + " sides");
        }
    }

    /**
     * @param sides of each die, in ascending order
     * @param atLeast whether the sum should be at least the target, instead of exactly that
     */
    record Roll(List<Long> sides, long target, boolean atLeast) {
        /** How many of all outcomes have each sum. */
        BigInteger[] outcomes() {
            BigInteger[] ways = {BigInteger.ONE};
            for (long die : sides) {
                BigInteger[] next = new BigInteger[ways.length + (int) die];
                Arrays.fill(next, BigInteger.ZERO);
                // The ways to a sum are those to the sum before, and one more face, and one face less.
                for (int sum = 1; sum < next.length; sum++) {
                    BigInteger before = next[sum - 1];
                    BigInteger gained = sum - 1 < ways.length ? ways[sum - 1] : BigInteger.ZERO;
                    int leaving = sum - 1 - (int) die;
                    BigInteger lost = leaving >= 0 && leaving < ways.length ? ways[leaving] : BigInteger.ZERO;
                    next[sum] = before.add(gained).subtract(lost);
                }
                ways = next;
            }
            return ways;
        }

        BigInteger all() {
            return sides.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        }

        Rational probability() {
            BigInteger[] outcomes = outcomes();
            BigInteger favourable = BigInteger.ZERO;
            for (int sum = (int) target; sum < outcomes.length; sum++) {
                favourable = favourable.add(outcomes[sum]);
                if (!atLeast) {
                    break;
                }
            }
            return new Rational(favourable, all());
        }
    }

    @Override
    public String name() {
        return "dice-" + level;
    }

    @Override
    public Roll draw(RandomGenerator random) {
        while (true) {
            int count = random.nextInt(2, dice + 1);
            List<Long> drawn =
                    random.longs(count, 4, sides + 1L).sorted().boxed().toList();
            long most = drawn.stream().mapToLong(Long::longValue).sum();
            Roll roll = new Roll(drawn, random.nextLong(count, most + 1), random.nextBoolean());
            if (!roll.probability().equals(Rational.ONE)) {
                return roll;
            }
        }
    }

    @Override
    public ObjectNode data(Roll roll) {
        ObjectNode data = Fields.empty();
        data.set("sides", Fields.array(roll.sides()));
        return data.put("target", roll.target()).put("at_least", roll.atLeast() ? 1 : 0);
    }

    @Override
    public Roll read(ObjectNode data) {
        List<Long> read =
                Fields.wholes(data, "sides", 2, LIMIT).stream().sorted().toList();
        if (read.size() > 5) {
            throw new IllegalArgumentException("\"sides\" must be of at most 5 dice, not " + read.size());
        }
        long most = read.stream().mapToLong(Long::longValue).sum();
        return new Roll(
                read, Fields.whole(data, "target", read.size(), most), Fields.whole(data, "at_least", 0, 1) == 1);
    }

    @Override
    public String id(Roll roll) {
        return "dice " + roll.sides() + (roll.atLeast() ? " sum >= " : " sum = ") + roll.target();
    }

    @Override
    public String prompt(Roll roll) {
        return roll.sides().size() + " fair dice are rolled. Their numbers of sides are "
                + String.join(", ", roll.sides().stream().map(String::valueOf).toList())
                + ", and each shows a number from 1 to its number of sides. What is the probability that the sum of the"
                + " numbers is " + (roll.atLeast() ? "at least " : "exactly ") + roll.target() + "? " + Answers.FORM;
    }

    @Override
    public Verdict judge(Roll roll, String answer) {
        return Answers.number(roll.probability(), answer);
    }

    @Override
    public String work(Roll roll, Notes notes) {
        Rational all = notes.step(
                String.join("*", roll.sides().stream().map(String::valueOf).toList()), Rational.of(roll.all()));
        BigInteger[] outcomes = roll.outcomes();
        Rational favourable = Rational.of(outcomes[(int) roll.target()]);
        notes.say(roll.target() + ": " + favourable + " ways,");
        for (int sum = (int) roll.target() + 1; roll.atLeast() && sum < outcomes.length; sum++) {
            Rational more = Rational.of(outcomes[sum]);
            notes.say(sum + ":");
            favourable = notes.step(Answers.operation(favourable, '+', more), favourable.plus(more));
        }
        Rational divisor = all.isZero() ? Rational.ONE : all;
        return notes.step(Answers.operation(favourable, '/', divisor), favourable.over(divisor))
                .toString();
    }

    @Override
    public String guess(Roll roll, RandomGenerator random) {
        return Rational.of(1 + random.nextInt(9), 10).toString();
    }

    @Override
    public Map<String, Integer> axes(Roll roll) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("dice", roll.sides().size());
        axes.put("largest die", roll.sides().getLast().intValue());
        return axes;
    }
}
