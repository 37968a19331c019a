package zeroone.clients;

import java.util.List;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.Scorer;

/** Finds the letter a the most likely token everywhere, and others ten times as unlikely. */
final class EvenScorer implements Scorer {
    static final float LIKELY = -0.5f;
    static final float UNLIKELY = -2.75f;

    @Override
    public List<ContinuationScore> score(List<Continuation> continuations) {
        return continuations.stream().map(EvenScorer::score).toList();
    }

    private static ContinuationScore score(Continuation continuation) {
        int[] tokens = continuation.tokens();
        float[] logProbs = new float[tokens.length];
        boolean[] mostLikely = new boolean[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            mostLikely[i] = tokens[i] == 'a';
            logProbs[i] = mostLikely[i] ? LIKELY : UNLIKELY;
        }
        return new ContinuationScore(logProbs, mostLikely);
    }
}
