package zeroone.engine;

import java.util.Arrays;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.SamplingParameters;

/** Which tokens came before and how often, and what that costs them. */
final class TokenCounts {
    private final SamplingParameters sampling;
    private final ReservedTokens reserved;
    private final int[] counts; // in the completion, by token
    private int[] distinct = new int[16];
    private final boolean[] known; // among the distinct
    private int length;

    TokenCounts(int vocabulary, SamplingParameters sampling, ReservedTokens reserved) {
        this.sampling = sampling;
        this.reserved = reserved;
        this.counts = new int[vocabulary];
        this.known = new boolean[vocabulary];
    }

    void prompt(int[] tokens) {
        for (int token : tokens) {
            remember(token);
        }
    }

    void completion(int token) {
        remember(token);
        counts[token]++;
    }

    private void remember(int token) {
        if (known[token] || token == reserved.endThought() || token == reserved.endOfTurn()) {
            return;
        }
        known[token] = true;
        if (length == distinct.length) {
            distinct = Arrays.copyOf(distinct, 2 * length);
        }
        distinct[length++] = token;
    }

    void penalise(float[] logits, int offset) {
        float repetition = (float) sampling.repetitionPenalty();
        for (int i = 0; i < length; i++) {
            int at = offset + distinct[i];
            int count = counts[distinct[i]];
            float logit = logits[at];
            logit = logit > 0 ? logit / repetition : logit * repetition;
            if (count > 0) {
                logit -= (float) (sampling.presencePenalty() + count * sampling.frequencyPenalty());
            }
            logits[at] = logit;
        }
    }
}
