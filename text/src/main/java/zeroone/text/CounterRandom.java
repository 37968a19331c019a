package zeroone.text;

import java.util.random.RandomGenerator;

/**
 * Counter-based randomness: every value is a pure function of (key, counter), so a draw does not depend on what was
 * drawn before, on the number of threads, or on where a run was resumed.
 *
 * <p>Keys are built by hashing words with the finaliser of SplitMix64 (Steele, Lea and Flood, 2014), which passes
 * BigCrush as a counter-based generator.
 */
public record CounterRandom(long key) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The stream named by a sequence of words, e.g. (seed, step, problem, sample). */
    public static CounterRandom of(long... words) {
        long key = 0;
        for (long word : words) {
            key = mix(key + GOLDEN_GAMMA + mix(word));
        }
        return new CounterRandom(key);
    }

    /** The sub-stream of this one with the given name. */
    public CounterRandom split(long word) {
        return new CounterRandom(mix(key + GOLDEN_GAMMA + mix(word)));
    }

    /** The sub-stream of this one with the given name. */
    public CounterRandom split(String name) {
        CounterRandom stream = this;
        for (int i = 0; i < name.length(); i++) {
            stream = stream.split(name.charAt(i));
        }
        return stream.split(name.length());
    }

    /** 64 uniform bits. */
    public long bits(long counter) {
        return mix(key + GOLDEN_GAMMA * (counter + 1));
    }

    /** Uniform in [0, 1), with 53 bits. */
    public double uniform(long counter) {
        return (bits(counter) >>> 11) * 0x1p-53;
    }

    /** A sequential view that starts at counter 0; not thread-safe. */
    public RandomGenerator sequence() {
        return new RandomGenerator() {
            private long counter;

            @Override
            public long nextLong() {
                return bits(counter++);
            }
        };
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
