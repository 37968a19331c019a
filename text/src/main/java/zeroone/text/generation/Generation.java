package zeroone.text.generation;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A request that is being answered. */
public interface Generation {
    /** The samples that were asked for, in order; forks are not among them. */
    List<RunningSample> samples();

    /** All completions, in order, when the last sample has ended. */
    default CompletableFuture<List<Completion>> completion() {
        List<CompletableFuture<Completion>> all =
                samples().stream().map(RunningSample::completion).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
    }

    /** Ends every sample as it is; forks go on. */
    default void cancel() {
        samples().forEach(RunningSample::cancel);
    }
}
