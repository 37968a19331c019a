package zeroone.evaluation.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.ThinkingBudget;

/**
 * What a test-time sweep measures.
 *
 * @param longest the natural setting: the largest thinking budget, and the tokens every answer may have
 * @param budgets thinking budgets to force, in tokens, ascending, none above the largest
 * @param samples pool of samples per problem at the largest budget
 * @param ks sizes of the votes and pass@k taken from that pool, ascending, none above {@code samples}
 * @param forcedSamples samples per problem at each forced budget, at most {@code samples}
 * @param seed names the random stream; the same seed and problem give the same samples
 */
public record SweepSettings(
        ThinkingBudget longest,
        List<Integer> budgets,
        int samples,
        List<Integer> ks,
        int forcedSamples,
        SamplingParameters sampling,
        long seed) {
    public SweepSettings {
        Objects.requireNonNull(longest, "longest");
        Objects.requireNonNull(sampling, "sampling");
        budgets = List.copyOf(budgets);
        ks = List.copyOf(ks);
        if (samples < 1 || forcedSamples < 1 || forcedSamples > samples) {
            throw new IllegalArgumentException("samples must be positive and forcedSamples in [1, samples]: samples "
                    + samples + ", forcedSamples " + forcedSamples);
        }
        requireAscending("budgets", budgets, 0, longest.thought());
        requireAscending("ks", ks, 1, samples);
        if (samples > 1 && sampling.greedy()) {
            throw new IllegalArgumentException("temperature 0 makes all " + samples
                    + " samples of a problem the same: use one sample, or a temperature above 0");
        }
    }

    /** The usual sweep: budgets 0, 16, 32 … and k 1, 2, 4 …, the model's own distribution, one sample a forced budget. */
    public static SweepSettings doubling(ThinkingBudget longest, int samples, long seed) {
        List<Integer> budgets = new ArrayList<>(List.of(0));
        if (longest.thought() > 0) {
            budgets.addAll(doubling(Math.min(16, longest.thought()), longest.thought()));
        }
        List<Integer> ks = samples == 1 ? List.of() : doubling(1, samples);
        return new SweepSettings(longest, budgets, samples, ks, 1, SamplingParameters.PLAIN, seed);
    }

    /** {@code from}, twice that and so on, and always {@code max} itself at the end. */
    static List<Integer> doubling(int from, int max) {
        List<Integer> values = new ArrayList<>();
        for (long value = from; value < max; value *= 2) {
            values.add((int) value);
        }
        values.add(max);
        return values;
    }

    private static void requireAscending(String name, List<Integer> values, int min, int max) {
        int last = min - 1;
        for (int value : values) {
            if (value <= last || value > max) {
                throw new IllegalArgumentException(
                        name + " must ascend without repeats within [" + min + ", " + max + "]: " + values);
            }
            last = value;
        }
    }
}
