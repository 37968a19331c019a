package zeroone.server;

import java.util.List;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.Scorer;

/** Finds a byte as likely as it is small, and the same byte as before the most likely. */
final class ByteScorer implements Scorer {
    @Override
    public List<ContinuationScore> score(List<Continuation> continuations) {
        return continuations.stream().map(ByteScorer::score).toList();
    }

    private static ContinuationScore score(Continuation continuation) {
        int[] tokens = continuation.tokens();
        float[] logProbs = new float[tokens.length];
        boolean[] mostLikely = new boolean[tokens.length];
        int before = continuation.prompt()[continuation.prompt().length - 1];
        for (int i = 0; i < tokens.length; i++) {
            logProbs[i] = -tokens[i] / 100f;
            mostLikely[i] = tokens[i] == before;
            before = tokens[i];
        }
        return new ContinuationScore(logProbs, mostLikely);
    }
}
