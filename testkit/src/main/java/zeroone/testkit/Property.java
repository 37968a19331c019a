package zeroone.testkit;

import java.util.random.RandomGenerator;
import zeroone.text.CounterRandom;

/** Checks something on many random cases, and says of a failure how to see it again. */
public final class Property {
    private final long seed;

    private Property(long seed) {
        this.seed = seed;
    }

    /** The same cases every time. */
    public static Property seeded(long seed) {
        return new Property(seed);
    }

    /** What must hold in every case. */
    public interface Case {
        void check(RandomGenerator random) throws Exception;
    }

    /**
     * Checks cases 0 to {@code times - 1}. Each draws from a stream of its own, so a failing case can be replayed alone.
     *
     * @throws AssertionError at the first case that fails, with its number and how to replay it
     */
    public void holds(int times, Case property) {
        for (int index = 0; index < times; index++) {
            check(index, property);
        }
    }

    /** Checks one case. */
    public void replay(int index, Case property) {
        check(index, property);
    }

    private void check(int index, Case property) {
        try {
            property.check(CounterRandom.of(seed, index).sequence());
        } catch (Exception | AssertionError failure) {
            throw new AssertionError(
                    "case " + index + " of seed " + seed + " fails; replay it with Property.seeded(" + seed
                            + "L).replay(" + index + ", …): " + failure.getMessage(),
                    failure);
        }
    }
}
