package zeroone.text.generation;

/**
 * How likely a continuation is.
 *
 * @param logProbs of each token given the prompt and the tokens before it, at temperature 1
 * @param mostLikely whether each token is the most likely one at its place; of equals the one with the lowest id is
 */
public record ContinuationScore(float[] logProbs, boolean[] mostLikely) {
    public ContinuationScore {
        if (logProbs.length != mostLikely.length) {
            throw new IllegalArgumentException(
                    "one mark a token: " + logProbs.length + " tokens, " + mostLikely.length + " marks");
        }
    }

    /** Log-probability of the whole continuation. */
    public double total() {
        double sum = 0;
        for (float logProb : logProbs) {
            sum += logProb;
        }
        return sum;
    }

    /** Whether greedy decoding would have written exactly this. */
    public boolean greedy() {
        for (boolean best : mostLikely) {
            if (!best) {
                return false;
            }
        }
        return true;
    }
}
