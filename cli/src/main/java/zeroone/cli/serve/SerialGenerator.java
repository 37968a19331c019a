package zeroone.cli.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Generator;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/**
 * Lets a generator that blocks be asked by many: one request after the other, on one thread. A request can be left before
 * its turn comes, not afterwards, and its thought cannot be ended or branched.
 */
public final class SerialGenerator implements StreamingGenerator, AutoCloseable {
    private final Generator generator;
    private final ReservedTokens reserved;
    private final ExecutorService turn = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("generator").daemon(true).factory());

    public SerialGenerator(Generator generator, ReservedTokens reserved) {
        this.generator = generator;
        this.reserved = reserved;
    }

    @Override
    public Generation submit(GenerationRequest request, TokenListener listener) {
        if (request.prompt().length + request.budget().total() > contextLength()) {
            throw new IllegalArgumentException("a prompt of " + request.prompt().length + " tokens and a budget of "
                    + request.budget().total() + " do not fit into a context of " + contextLength());
        }
        List<Sample> samples =
                IntStream.range(0, request.samples()).mapToObj(Sample::new).toList();
        try {
            turn.execute(() -> run(request, listener, samples));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the generator is closed", e);
        }
        List<RunningSample> handles = List.copyOf(samples);
        return () -> handles;
    }

    private void run(GenerationRequest request, TokenListener listener, List<Sample> samples) {
        if (samples.stream().allMatch(sample -> sample.cancelled.get())) {
            samples.forEach(sample -> sample.end(listener, ended(request, FinishReason.CANCELLED, "")));
            return;
        }
        try {
            GenerationListener each =
                    (index, sample, position, token) -> samples.get(sample).token(listener, position, token);
            List<Completion> completions =
                    generator.generate(List.of(request), each).getFirst();
            for (Sample sample : samples) {
                sample.end(listener, completions.get(sample.number));
            }
        } catch (RuntimeException e) {
            for (Sample sample : samples) {
                if (!sample.completion.isDone()) {
                    sample.end(listener, ended(request, FinishReason.ERROR, String.valueOf(e.getMessage())));
                }
            }
        }
    }

    private static Completion ended(GenerationRequest request, FinishReason reason, String error) {
        return new Completion(
                request.prompt(),
                new int[0],
                new float[0],
                new float[0],
                List.of(),
                0,
                false,
                new int[0],
                reason,
                reason == FinishReason.ERROR ? Optional.of(error) : Optional.empty(),
                request.sampling());
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        List<Generation> all = new ArrayList<>();
        for (int r = 0; r < requests.size(); r++) {
            int index = r;
            all.add(submit(
                    requests.get(r),
                    (sample, event) -> listener.token(index, event.sample(), event.position(), event.token())));
        }
        return all.stream().map(generation -> generation.completion().join()).toList();
    }

    @Override
    public int contextLength() {
        return generator.contextLength();
    }

    @Override
    public void close() {
        turn.close();
    }

    private final class Sample implements RunningSample {
        private final int number;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final CompletableFuture<Completion> completion = new CompletableFuture<>();
        private boolean answering;

        Sample(int number) {
            this.number = number;
        }

        void token(TokenListener listener, int position, int token) {
            TokenEvent.Phase phase = answering ? TokenEvent.Phase.ANSWER : TokenEvent.Phase.THOUGHT;
            answering |= token == reserved.endThought();
            listener.token(
                    this, new TokenEvent(number, position, token, Float.NaN, Float.NaN, List.of(), phase, false));
        }

        void end(TokenListener listener, Completion ended) {
            try {
                listener.finished(this, ended);
            } finally {
                completion.complete(ended);
            }
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public void cancel() {
            cancelled.set(true);
        }

        @Override
        public void answerNow() {}

        @Override
        public void inject(int... tokens) {
            throw new UnsupportedOperationException("this generator takes no tokens while it runs");
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public RunningSample fork(CounterRandom random, TokenListener listener) {
            throw new UnsupportedOperationException("this generator does not branch");
        }

        @Override
        public CompletableFuture<Completion> completion() {
            return completion;
        }
    }
}
