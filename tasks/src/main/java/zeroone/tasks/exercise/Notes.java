package zeroone.tasks.exercise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import zeroone.tasks.exact.Rational;
import zeroone.text.CounterRandom;

/**
 * The notes of somebody at work: steps such as {@code 23*4=92,} in the order taken, with words between them. A writer who
 * slips puts a wrong result down and goes on with it, so whoever works an exercise must use what {@link #step} returns.
 */
public final class Notes {
    private final StringBuilder text = new StringBuilder();
    private final RandomGenerator random;
    private double slips;
    private int steps;

    /**
     * @param slips chance of a wrong result in each step
     */
    Notes(RandomGenerator random, double slips) {
        this.random = random;
        this.slips = slips;
    }

    /** Notes without mistakes. */
    public static Notes flawless() {
        return new Notes(CounterRandom.of(0).sequence(), 0);
    }

    /** Writes words. */
    public Notes say(String words) {
        text.append(' ').append(words);
        return this;
    }

    /**
     * Writes a step.
     *
     * @param left what is worked out, in the form of {@link zeroone.tasks.exact.Arithmetic}
     * @param value what it truly is
     * @return what the notes say it is
     */
    public Rational step(String left, Rational value) {
        Rational claimed = slips() ? miss(value) : value;
        text.append(' ').append(left).append('=').append(claimed).append(',');
        steps++;
        return claimed;
    }

    /** Writes a step whose result is a whole number. */
    public BigInteger step(String left, BigInteger value) {
        return step(left, Rational.of(value)).numerator();
    }

    /** Writes a step whose result is a whole number. */
    public long step(String left, long value) {
        return step(left, Rational.of(value)).numerator().longValueExact();
    }

    /** Whether the writer makes a mistake here. */
    public boolean slips() {
        return slips > 0 && random.nextDouble() < slips;
    }

    /** Steps written so far. */
    public int steps() {
        return steps;
    }

    /** From here on the writer takes more care. */
    void takeCare() {
        slips /= 4;
    }

    String text() {
        return text.toString();
    }

    /** What a slip makes of a number: one or ten more or less, or the other sign; a whole number stays whole. */
    private Rational miss(Rational value) {
        return switch (random.nextInt(5)) {
            case 0 -> value.plus(Rational.ONE);
            case 1 -> value.minus(Rational.ONE);
            case 2 -> value.plus(Rational.of(10));
            case 3 -> value.minus(Rational.of(2));
            default -> value.isZero() ? Rational.ONE : value.negate();
        };
    }
}
