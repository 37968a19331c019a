package zeroone.text.generation;

import java.util.List;

/** Tells how likely a given continuation is under the model's own distribution. */
public interface Scorer {
    /**
     * @return one score a continuation, in order
     * @throws IllegalArgumentException if prompt and continuation do not fit into the context together
     */
    List<ContinuationScore> score(List<Continuation> continuations);

    /**
     * The same for somebody in particular. Where nothing is shared and nobody goes first that makes no difference.
     *
     * @param cacheScope as in {@link DecodingOptions}
     * @throws java.util.concurrent.CancellationException if the thread that waits is interrupted; what is left is not
     *     computed then
     */
    default List<ContinuationScore> score(List<Continuation> continuations, Priority priority, String cacheScope) {
        return score(continuations);
    }
}
