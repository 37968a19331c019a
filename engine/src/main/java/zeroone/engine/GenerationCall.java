package zeroone.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.TokenListener;

/** A call that returns when all of its requests are answered, or throws what went wrong with one when all have ended. */
final class GenerationCall {
    /** Begins to answer a request. */
    interface Submission {
        Generation submit(GenerationRequest request, TokenListener listener);
    }

    private final List<Generation> generations = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    GenerationCall(List<GenerationRequest> requests, GenerationListener listener, Submission submission) {
        for (int r = 0; r < requests.size(); r++) {
            int index = r;
            TokenListener heard = (sample, event) ->
                    hear(() -> listener.token(index, event.sample(), event.position(), event.token()));
            generations.add(submission.submit(
                    requests.get(r), listener == GenerationListener.NONE ? TokenListener.NONE : heard));
        }
        generations.forEach(g -> g.samples().forEach(s -> s.completion().thenAccept(this::ended)));
    }

    private synchronized void hear(Runnable event) {
        if (failure.get() != null) {
            return;
        }
        try {
            event.run();
        } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
            throw thrown;
        }
    }

    /** One that fails takes the others with it: nobody will see them. */
    private void ended(Completion completion) {
        if (completion.finishReason() == FinishReason.ERROR) {
            failure.compareAndSet(
                    null, new IllegalStateException(completion.error().orElseThrow()));
            cancel();
        }
    }

    void cancel() {
        generations.forEach(Generation::cancel);
    }

    boolean done() {
        return generations.stream()
                .allMatch(g -> g.samples().stream().allMatch(s -> s.completion().isDone()));
    }

    /** Waits for the end of all of them. */
    List<List<Completion>> results() {
        List<List<Completion>> results = generations.stream()
                .map(g -> g.samples().stream()
                        .map(RunningSample::completion)
                        .map(CompletableFuture::join)
                        .toList())
                .toList();
        switch (failure.get()) {
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            case null, default -> {}
        }
        // Who waits for a completion may be told before those who asked to hear of it.
        results.stream()
                .flatMap(List::stream)
                .filter(completion -> completion.finishReason() == FinishReason.ERROR)
                .findFirst()
                .ifPresent(broken -> {
                    throw new IllegalStateException(broken.error().orElseThrow());
                });
        return results;
    }
}
