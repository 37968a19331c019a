package zeroone.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.Resumed;

/** The tokens of one completion so far, with all that is told about each. */
final class Transcript {
    private static final int FIRST_ROOM = 32;

    private int[] tokens;
    private float[] logProbs;
    private float[] rawLogProbs;
    private int[] forced;
    private final List<List<Alternative>> alternatives; // one a token if they were asked for
    private final boolean tellsAlternatives;
    private int length;
    private int forcedCount;

    Transcript(boolean tellsAlternatives) {
        this.tellsAlternatives = tellsAlternatives;
        this.tokens = new int[FIRST_ROOM];
        this.logProbs = new float[FIRST_ROOM];
        this.rawLogProbs = new float[FIRST_ROOM];
        this.forced = new int[0];
        this.alternatives = new ArrayList<>();
    }

    /** Takes over the tokens of another, to be continued another way. */
    void copy(Transcript other) {
        tokens = other.tokens.clone();
        logProbs = other.logProbs.clone();
        rawLogProbs = other.rawLogProbs.clone();
        forced = other.forced.clone();
        alternatives.clear();
        alternatives.addAll(other.alternatives);
        length = other.length;
        forcedCount = other.forcedCount;
    }

    /** A token that the model chose. */
    void sampled(int token, float logProb, float rawLogProb, List<Alternative> mostLikely) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
            logProbs = Arrays.copyOf(logProbs, 2 * length);
            rawLogProbs = Arrays.copyOf(rawLogProbs, 2 * length);
        }
        tokens[length] = token;
        logProbs[length] = logProb;
        rawLogProbs[length++] = rawLogProb;
        if (tellsAlternatives) {
            alternatives.add(mostLikely);
        }
    }

    /** A token that the model did not choose. */
    void forced(int token) {
        if (forcedCount == forced.length) {
            forced = Arrays.copyOf(forced, Math.max(4, 2 * forcedCount));
        }
        forced[forcedCount++] = length;
        sampled(token, 0, 0, List.of());
    }

    /** A token from before an interruption. */
    void resumed(Resumed beginning, int position) {
        if (Arrays.binarySearch(beginning.forced(), position) >= 0) {
            forced(beginning.tokens()[position]);
        } else {
            sampled(
                    beginning.tokens()[position],
                    beginning.logProbs()[position],
                    beginning.rawLogProbs()[position],
                    List.of());
        }
    }

    int length() {
        return length;
    }

    int token(int position) {
        return tokens[position];
    }

    float logProb(int position) {
        return logProbs[position];
    }

    float rawLogProb(int position) {
        return rawLogProbs[position];
    }

    List<Alternative> alternatives(int position) {
        return tellsAlternatives ? alternatives.get(position) : List.of();
    }

    boolean isForced(int position) {
        return Arrays.binarySearch(forced, 0, forcedCount, position) >= 0;
    }

    int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }

    float[] logProbs() {
        return Arrays.copyOf(logProbs, length);
    }

    float[] rawLogProbs() {
        return Arrays.copyOf(rawLogProbs, length);
    }

    int[] forced() {
        return Arrays.copyOf(forced, forcedCount);
    }

    List<List<Alternative>> alternatives() {
        return alternatives;
    }
}
