package zeroone.tasks.science;

import java.util.random.RandomGenerator;

/**
 * A whole number of a question, drawn from {@code least, least + step, …} up to {@code most}.
 *
 * @param letter how the question's text and formulas name it
 */
record Quantity(char letter, long least, long most, long step) {
    Quantity {
        if (letter < 'a' || letter > 'd' || least < 1 || most < least || step < 1) {
            throw new IllegalArgumentException("a quantity is named a to d and positive: " + letter + " from " + least
                    + " to " + most + " by " + step);
        }
    }

    /** Reads {@code "a 2..20 by 2"}; the step is 1 where it is left out. */
    static Quantity of(String text) {
        String[] parts = text.split(" |\\.\\.", -1);
        return new Quantity(
                parts[0].charAt(0),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                parts.length > 3 ? Long.parseLong(parts[4]) : 1);
    }

    long draw(RandomGenerator random) {
        return least + step * random.nextLong((most - least) / step + 1);
    }
}
