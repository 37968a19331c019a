package zeroone.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import zeroone.text.generation.SamplingParameters;

/** Draws a token from probabilities by inverting their cumulative sum at a given uniform number. */
final class TokenSampler {
    private TokenSampler() {}

    /**
     * @param probabilities rows of a batch, after temperature
     * @param start where the row begins
     * @param size number of tokens
     * @param uniform in [0, 1)
     */
    static int sample(float[] probabilities, int start, int size, SamplingParameters parameters, double uniform) {
        if (parameters.greedy()) {
            return mostLikely(probabilities, start, size);
        }
        return parameters.topK() == 0 && parameters.topP() == 1
                ? sampleAll(probabilities, start, size, uniform)
                : sampleKept(probabilities, start, size, parameters, uniform);
    }

    private static int mostLikely(float[] probabilities, int start, int size) {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (probabilities[start + i] > probabilities[start + best]) {
                best = i;
            }
        }
        return best;
    }

    private static int sampleAll(float[] probabilities, int start, int size, double uniform) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < size; i++) {
            float probability = probabilities[start + i];
            if (probability > 0) {
                sum += probability;
                last = i;
                if (sum > uniform) {
                    return i;
                }
            }
        }
        return last; // rounding left the sum a little below one
    }

    private static int sampleKept(
            float[] probabilities, int start, int size, SamplingParameters parameters, double uniform) {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[start + i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int kept = parameters.topK() == 0 ? size : Math.min(size, parameters.topK());
        double mass = 0;
        for (int i = 0; i < kept; i++) {
            mass += probabilities[start + order[i]];
            if (mass >= parameters.topP()) {
                kept = i + 1;
            }
        }
        float[] values = new float[kept];
        int[] tokens = Arrays.copyOf(order, kept);
        for (int i = 0; i < kept; i++) {
            values[i] = (float) (probabilities[start + tokens[i]] / mass);
        }
        return tokens[sampleAll(values, 0, kept, uniform)];
    }
}
