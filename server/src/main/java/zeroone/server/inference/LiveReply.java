package zeroone.server.inference;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import zeroone.server.metrics.RequestTimer;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenStream;

/** A reply that is being generated. One thread reads and closes it; any thread may ask it to answer or to stop. */
public final class LiveReply implements AutoCloseable {
    private final TokenStream stream;
    private final GenerationRequest request;
    private final int carried;
    private final RequestTimer timer;
    private final Consumer<Usage> whenClosed;
    private final Map<Integer, Completion> completions = new TreeMap<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final LongSupplier nanoTime;
    private final Pace pace;
    private int read;
    private long woken;

    /** Done before a reader waits, when it has everything that there is. */
    public interface BeforeWaiting {
        /** @throws IOException if nobody needs the rest */
        void run() throws IOException;
    }

    LiveReply(
            TokenStream stream,
            GenerationRequest request,
            int carried,
            RequestTimer timer,
            LongSupplier nanoTime,
            Pace pace,
            Consumer<Usage> whenClosed) {
        this.stream = stream;
        this.request = request;
        this.carried = carried;
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.pace = pace;
        this.woken = nanoTime.getAsLong() - Pace.LONGEST.toNanos();
        this.whenClosed = whenClosed;
    }

    /** The next item; empty if none came within this time, or all were read. */
    public Optional<TokenStream.Item> poll(Duration patience, BeforeWaiting beforeWaiting)
            throws IOException, InterruptedException {
        Optional<TokenStream.Item> next = stream.poll(Duration.ZERO);
        if (next.isEmpty() && !stream.done()) {
            beforeWaiting.run();
            rest();
            next = stream.poll(patience);
            woken = nanoTime.getAsLong();
        }
        if (next.isPresent()) {
            switch (next.get()) {
                case TokenStream.Token token -> {
                    read++;
                    timer.token(token.sample(), token.event().phase() == TokenEvent.Phase.ANSWER);
                }
                case TokenStream.Finished finished -> completions.put(finished.sample(), finished.completion());
            }
        }
        return next;
    }

    /** Lets tokens gather, as each wakening takes time from the cores that the engine works on. */
    private void rest() throws InterruptedException {
        long left = woken + pace.rest().toNanos() - nanoTime.getAsLong();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    /** Whether everything was read. */
    public boolean done() {
        return stream.done();
    }

    /** What has ended so far, in the order of the samples. */
    public List<Completion> completions() {
        return new ArrayList<>(completions.values());
    }

    /** What it cost so far. */
    public Usage usage() {
        Usage ended = Usage.of(completions(), carried);
        // Samples that were abandoned cost what was read of them.
        int unfinished = completions.size() < request.samples() ? Math.max(0, read - ended.completion()) : 0;
        int prompt = request.prompt().length + carried;
        return new Usage(prompt, 0, ended.completion() + unfinished, ended.reasoning()).cached(cached());
    }

    /** What the first sample found; the others begin with what that one has read. */
    private int cached() {
        return stream.sample(0).map(RunningSample::cachedPromptTokens).orElse(0);
    }

    /** Ends all thoughts here. */
    public void answerNow() {
        samples().forEach(RunningSample::answerNow);
    }

    /** Ends all samples as they are; what they wrote can still be read. */
    public void cancel() {
        cancelled.set(true);
        samples().forEach(RunningSample::cancel);
    }

    /** Whether somebody cancelled it. */
    public boolean cancelled() {
        return cancelled.get();
    }

    private List<RunningSample> samples() {
        List<RunningSample> samples = new ArrayList<>();
        for (int s = 0; s < request.samples(); s++) {
            stream.sample(s).ifPresent(samples::add);
        }
        return samples;
    }

    @Override
    public void close() {
        stream.close();
        timer.end();
        whenClosed.accept(usage());
    }
}
