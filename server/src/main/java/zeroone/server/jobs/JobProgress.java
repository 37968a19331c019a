package zeroone.server.jobs;

import java.util.Objects;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param tokens generated so far, of all samples
 * @param thoughtTokens those of them that are thought
 * @param samplesFinished of {@code samples}
 * @param bestAnswer of the finished samples
 * @param votes finished samples that gave it
 */
public record JobProgress(
        long tokens, long thoughtTokens, int samplesFinished, int samples, Optional<String> bestAnswer, int votes) {
    public JobProgress {
        Objects.requireNonNull(bestAnswer, "bestAnswer");
        if (thoughtTokens > tokens || samplesFinished > samples || votes > samplesFinished) {
            throw new IllegalArgumentException("a part cannot be more than the whole: " + thoughtTokens + " of "
                    + tokens + " tokens, " + samplesFinished + " of " + samples + " samples, " + votes + " votes");
        }
    }
}
