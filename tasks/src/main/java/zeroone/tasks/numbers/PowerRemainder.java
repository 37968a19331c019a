package zeroone.tasks.numbers;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;
import zeroone.tasks.Verdict;
import zeroone.tasks.exercise.Answers;
import zeroone.tasks.exercise.Exercise;
import zeroone.tasks.exercise.Fields;
import zeroone.tasks.exercise.Notes;

/**
 * "What is the remainder of 7^123 divided by 41?" Worked by squaring.
 *
 * @param level part of the name
 * @param largestModulus 20 to 10,000
 * @param largestExponent 10 to 1,000,000
 */
record PowerRemainder(String level, int largestModulus, int largestExponent) implements Exercise<PowerRemainder.Power> {
    private static final long LIMIT = 1_000_000L;

    PowerRemainder {
        if (largestModulus < 20 || largestModulus > 10_000 || largestExponent < 10 || largestExponent > LIMIT) {
            throw new IllegalArgumentException(
                    "the modulus must be at most 20 to 10000 and the exponent 10 to 1000000: " + largestModulus + ", "
                            + largestExponent);
        }
    }

    /** A power and what it is divided by. */
    record Power(long base, long exponent, long modulus) {
        BigInteger remainder() {
            return BigInteger.valueOf(base).modPow(BigInteger.valueOf(exponent), BigInteger.valueOf(modulus));
        }
    }

    @Override
    public String name() {
        return "power-remainder-" + level;
    }

    @Override
    public Power draw(RandomGenerator random) {
        while (true) {
            long modulus = random.nextLong(11, largestModulus + 1L);
            Power power = new Power(random.nextLong(2, modulus), random.nextLong(5, largestExponent + 1L), modulus);
            if (power.remainder().signum() != 0) {
                return power;
            }
        }
    }

    @Override
    public ObjectNode data(Power power) {
        return Fields.empty()
                .put("base", power.base())
                .put("exponent", power.exponent())
                .put("modulus", power.modulus());
    }

    @Override
    public Power read(ObjectNode data) {
        return new Power(
                Fields.whole(data, "base", 2, LIMIT),
                Fields.whole(data, "exponent", 1, LIMIT),
                Fields.whole(data, "modulus", 2, LIMIT));
    }

    @Override
    public String id(Power power) {
        return power.base() + "^" + power.exponent() + " mod " + power.modulus();
    }

    @Override
    public String prompt(Power power) {
        return "What is the remainder when " + power.base() + "^" + power.exponent() + " is divided by "
                + power.modulus() + "? Answer with the whole number only.";
    }

    @Override
    public Verdict judge(Power power, String answer) {
        return Answers.whole(power.remainder(), answer);
    }

    @Override
    public String work(Power power, Notes notes) {
        long result = power.base() % power.modulus();
        String bits = Long.toBinaryString(power.exponent());
        for (char bit : bits.substring(1).toCharArray()) {
            long square = result;
            result = notes.step(
                    Answers.operand(square) + "^2%" + power.modulus(), Math.floorMod(square * square, power.modulus()));
            if (bit == '1') {
                long before = result;
                result = notes.step(
                        Answers.operand(before) + "*" + power.base() + "%" + power.modulus(),
                        Math.floorMod(before * power.base(), power.modulus()));
            }
        }
        return Long.toString(result);
    }

    @Override
    public String guess(Power power, RandomGenerator random) {
        return Long.toString(random.nextLong(1, power.modulus()));
    }

    @Override
    public Map<String, Integer> axes(Power power) {
        Map<String, Integer> axes = new LinkedHashMap<>();
        axes.put("bits of the exponent", Long.SIZE - Long.numberOfLeadingZeros(power.exponent()));
        axes.put("digits of the modulus", Long.toString(power.modulus()).length());
        return axes;
    }
}
