package zeroone.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.DecodingOptions;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/** A sample of an engine: a sequence that goes on with the tokens its decoder decides on. */
final class EngineSample implements Job, RunningSample {
    private final Engine engine;
    private final int number;
    private final AtomicInteger nextNumber; // for forks; shared by the samples of a request
    private final Decoder decoder;
    private final TokenListener listener;
    private final int[] prompt;
    private final CompletableFuture<Completion> completion = new CompletableFuture<>();
    private int published;
    private volatile int cached = -1; // until it has begun

    EngineSample(Engine engine, int number, AtomicInteger nextNumber, Decoder decoder, TokenListener listener) {
        this.engine = engine;
        this.number = number;
        this.nextNumber = nextNumber;
        this.decoder = decoder;
        this.listener = listener;
        this.prompt = decoder.request().prompt();
    }

    /** Starts it from its beginning, or from where it was interrupted. */
    void begin() {
        published = decoder.request().resumed().length();
        decoder.begin();
    }

    /** Starts it from where another one is. */
    void branch(EngineSample parent) {
        published = parent.decoder.written().length();
        decoder.branch(parent.decoder);
    }

    DecodingOptions options() {
        return decoder.request().options();
    }

    @Override
    public int length() {
        return prompt.length + decoder.written().length();
    }

    @Override
    public int token(int position) {
        return position < prompt.length ? prompt[position] : decoder.written().token(position - prompt.length);
    }

    @Override
    public int promptLength() {
        return prompt.length;
    }

    @Override
    public void began(int stored) {
        if (cached < 0) {
            cached = Math.min(stored, prompt.length);
        }
    }

    @Override
    public int cachedPromptTokens() {
        return Math.max(0, cached);
    }

    @Override
    public int scoredFrom() {
        return length() - 1;
    }

    @Override
    public void take(Logits logits, int row, int position, int count, SamplingWorkspace workspace) {
        decoder.advance(logits.values(), logits.offset(row), workspace);
    }

    @Override
    public void publish() {
        int length = decoder.written().length();
        if (listener == TokenListener.NONE) {
            published = length;
        }
        while (published < length) {
            listener.token(this, event(published++));
        }
    }

    private TokenEvent event(int position) {
        Transcript written = decoder.written();
        return new TokenEvent(
                number,
                position,
                written.token(position),
                written.logProb(position),
                written.rawLogProb(position),
                written.alternatives(position),
                decoder.thought(position) ? TokenEvent.Phase.THOUGHT : TokenEvent.Phase.ANSWER,
                written.isForced(position));
    }

    @Override
    public boolean finished() {
        return decoder.finished();
    }

    @Override
    public void fail(Throwable cause) {
        decoder.fail(SequenceException.tell(cause));
    }

    @Override
    public void complete() {
        try {
            listener.finished(this, decoder.completion());
        } catch (Throwable failure) {
            fail(failure);
            if (SequenceException.endsAll(failure)) {
                throw failure;
            }
        } finally {
            end();
        }
    }

    private void end() {
        try {
            completion.complete(decoder.completion());
        } catch (Throwable failure) { // as memory is short, say: who waits is told nevertheless
            completion.completeExceptionally(failure);
        }
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void cancel() {
        engine.ask(this, sequence -> decoder.cancel());
    }

    @Override
    public void answerNow() {
        engine.ask(this, sequence -> decoder.answerNow());
    }

    @Override
    public void inject(int... tokens) {
        int[] copy = tokens.clone();
        engine.requireInjectable(copy);
        engine.ask(this, sequence -> decoder.inject(copy));
    }

    @Override
    public void pause() {
        engine.ask(this, sequence -> sequence.pause(true));
    }

    @Override
    public void resume() {
        engine.ask(this, sequence -> sequence.pause(false));
    }

    @Override
    public RunningSample fork(CounterRandom random, TokenListener hears) {
        Decoder branch = new Decoder(decoder.request(), random, engine.vocabulary());
        EngineSample fork = new EngineSample(engine, nextNumber.getAndIncrement(), nextNumber, branch, hears);
        engine.fork(this, fork);
        return fork;
    }

    @Override
    public CompletableFuture<Completion> completion() {
        return completion;
    }
}
