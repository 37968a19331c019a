package zeroone.text.generation;

import java.util.List;

/** Tells how likely a given continuation is under the model's own distribution. */
public interface Scorer {
    /**
     * @return one score a continuation, in order
     * @throws IllegalArgumentException if prompt and continuation do not fit into the context together
     */
    List<ContinuationScore> score(List<Continuation> continuations);
}
