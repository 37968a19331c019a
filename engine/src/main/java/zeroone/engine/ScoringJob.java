package zeroone.engine;

import java.util.concurrent.CompletableFuture;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;

/** Reads a prompt and its given continuation for the probabilities of the latter. */
final class ScoringJob implements Job {
    private final Continuation continuation;
    private final float[] logProbs;
    private final boolean[] mostLikely;
    private final CompletableFuture<ContinuationScore> score = new CompletableFuture<>();
    private boolean complete;

    ScoringJob(Continuation continuation) {
        this.continuation = continuation;
        this.logProbs = new float[continuation.tokens().length];
        this.mostLikely = new boolean[continuation.tokens().length];
    }

    CompletableFuture<ContinuationScore> score() {
        return score;
    }

    /** Nothing follows the last token, so it need not be read. */
    @Override
    public int length() {
        return continuation.prompt().length + continuation.tokens().length - 1;
    }

    @Override
    public int token(int position) {
        int prompt = continuation.prompt().length;
        return position < prompt
                ? continuation.prompt()[position]
                : continuation.tokens()[position - prompt];
    }

    @Override
    public int promptLength() {
        return continuation.prompt().length;
    }

    @Override
    public boolean endsWhenRead() {
        return true;
    }

    @Override
    public int scoredFrom() {
        return continuation.prompt().length - 1;
    }

    @Override
    public void take(Logits logits, int row, int position, int count, SamplingWorkspace workspace) {
        TokenDistribution raw = workspace.raw();
        for (int i = 0; i < count; i++) {
            int at = position + i - scoredFrom();
            if (!raw.read(logits.values(), logits.offset(row + i), 1)) {
                throw new SequenceException("the model's scores after " + (position + i + 1)
                        + " tokens are not numbers: weights or activations have overflowed");
            }
            int token = continuation.tokens()[at];
            logProbs[at] = raw.logProb(token);
            mostLikely[at] = raw.mostLikely() == token;
        }
        complete = position + count == length();
    }

    @Override
    public void publish() {}

    @Override
    public boolean finished() {
        return complete || score.isDone();
    }

    @Override
    public void fail(Throwable cause) {
        score.completeExceptionally(cause);
    }

    @Override
    public void complete() {
        score.complete(new ContinuationScore(logProbs, mostLikely));
    }
}
