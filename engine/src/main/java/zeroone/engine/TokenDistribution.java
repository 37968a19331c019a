package zeroone.engine;

import java.util.ArrayList;
import java.util.List;
import zeroone.text.generation.Alternative;

/**
 * The probabilities that scores give to the tokens, for one row at a time; made once and used for all rows. One
 * exponential a token; nothing is sorted.
 */
final class TokenDistribution {
    /** Below it a distribution is all on one token, and scores divided by less would not be numbers any more. */
    private static final double LOWEST_TEMPERATURE = 1e-6;

    private final int size;
    private final float[] weights; // relative to the most likely token, whose weight is 1
    private final float[] exponents; // their logarithms
    private final TokenSelection selection;
    private double sum;
    private int mostLikely;

    /** What one takes in memory: weights, their logarithms, and a number for each in the selection. */
    static long bytes(int vocabulary) {
        return (long) vocabulary * (Float.BYTES + Float.BYTES + Long.BYTES);
    }

    TokenDistribution(int vocabulary) {
        this.size = vocabulary;
        this.weights = new float[vocabulary];
        this.exponents = new float[vocabulary];
        this.selection = new TokenSelection(vocabulary);
    }

    /**
     * Reads scores; minus infinity rules a token out.
     *
     * @param temperature divides them; 0 counts as 1, as greedy decoding tells probabilities at temperature 1
     * @return whether they are a distribution: numbers, and not all of them minus infinity
     */
    boolean read(float[] logits, int offset, double temperature) {
        float inverse = temperature == 0 ? 1 : (float) (1 / Math.max(temperature, LOWEST_TEMPERATURE));
        float max = max(logits, offset);
        for (int i = 0; i < size; i++) {
            exponents[i] = (logits[offset + i] - max) * inverse;
        }
        sum = Exponential.apply(exponents, weights, size);
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            return false;
        }
        mostLikely = 0;
        while (exponents[mostLikely] < 0) {
            mostLikely++;
        }
        return true;
    }

    /** The largest; four at a time, because one would wait for the one before. */
    private float max(float[] logits, int offset) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        float c = a;
        float d = a;
        int end = offset + size;
        int i = offset;
        for (; i + 4 <= end; i += 4) {
            a = Math.max(a, logits[i]);
            b = Math.max(b, logits[i + 1]);
            c = Math.max(c, logits[i + 2]);
            d = Math.max(d, logits[i + 3]);
        }
        for (; i < end; i++) {
            a = Math.max(a, logits[i]);
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }

    /** The most likely token; of equals the one with the lowest id. */
    int mostLikely() {
        return mostLikely;
    }

    float logProb(int token) {
        return (float) (exponents[token] - Math.log(sum));
    }

    /** Whether a token is among the {@code rank} most likely. */
    boolean within(int rank, int token) {
        int better = 0;
        for (int i = 0; i < size && better < rank; i++) {
            if (exponents[i] > exponents[token] || (exponents[i] == exponents[token] && i < token)) {
                better++;
            }
        }
        return better < rank;
    }

    /** The most likely tokens, most likely first. */
    List<Alternative> top(int count) {
        if (count == 0) {
            return List.of();
        }
        List<Alternative> top = new ArrayList<>();
        for (int token : selection.top(exponents, Math.min(count, size))) {
            top.add(new Alternative(token, logProb(token)));
        }
        return top;
    }

    /**
     * Draws by inverting the cumulative sum, in the order of ids, of the tokens that all three rules keep.
     *
     * @param uniform in [0, 1)
     */
    int draw(double uniform, int topK, double topP, double minP) {
        if ((topK == 0 || topK >= size) && topP == 1) {
            return minP == 0 ? draw(uniform, sum) : drawAbove(uniform, (float) minP, -1);
        }
        selection.keep(weights, topK == 0 ? size : topK, topP, sum);
        return drawAbove(uniform, Math.max(selection.lowest(), (float) minP), selection.lastOfLowest());
    }

    private int draw(double uniform, double mass) {
        double target = uniform * mass;
        double reached = 0;
        int last = mostLikely;
        for (int i = 0; i < size; i++) {
            if (weights[i] > 0) {
                reached += weights[i];
                last = i;
                if (reached > target) {
                    return i;
                }
            }
        }
        return last; // rounding left the sum a little below the mass
    }

    /** Among tokens of at least a weight; of those of exactly the lowest weight kept, up to an id. */
    private int drawAbove(double uniform, float lowest, int lastOfLowest) {
        double mass = 0;
        for (int i = 0; i < size; i++) {
            if (!kept(i, lowest, lastOfLowest)) {
                weights[i] = 0;
            }
            mass += weights[i];
        }
        return draw(uniform, mass);
    }

    private boolean kept(int token, float lowest, int lastOfLowest) {
        float weight = weights[token];
        return weight > lowest
                || (weight == lowest && (lastOfLowest < 0 || weight != selection.lowest() || token <= lastOfLowest));
    }
}
