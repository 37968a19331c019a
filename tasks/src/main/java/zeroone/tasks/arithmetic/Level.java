package zeroone.tasks.arithmetic;

import java.util.random.RandomGenerator;

/**
 * How long the two numbers of an exercise are.
 *
 * @param left digits of the number that is multiplied or divided, 1 to 12
 * @param right digits of the other, 1 to 12
 */
record Level(String name, int left, int right) {
    static final int MOST_DIGITS = 12;
    static final long LARGEST = 999_999_999_999L;

    Level {
        if (name.isBlank() || left < 1 || left > MOST_DIGITS || right < 1 || right > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "the numbers of a level must have 1 to " + MOST_DIGITS + " digits: " + left + " and " + right);
        }
    }

    long drawLeft(RandomGenerator random) {
        return drawOf(left, random);
    }

    long drawRight(RandomGenerator random) {
        return drawOf(right, random);
    }

    /** A number of so many digits; of one digit, from 2 to 9. */
    private static long drawOf(int digits, RandomGenerator random) {
        long least = digits == 1 ? 2 : power(digits - 1);
        return random.nextLong(least, power(digits));
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
