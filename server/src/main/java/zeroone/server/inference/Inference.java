package zeroone.server.inference;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.metrics.Metrics;
import zeroone.server.metrics.RequestTimer;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.TokenStream;

/** Admits generation up to a bound, and knows what runs. Thread-safe. */
public final class Inference {
    /** Unread tokens of a sample at which it pauses. */
    private static final int UNREAD = 256;

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final int mostSamples;
    private final Ledger ledger;
    private final LongSupplier nanoTime;
    private final RunningReplies running = new RunningReplies();
    private final Pace pace = new Pace(running::count);
    private final AtomicInteger samples = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** @param mostSamples that run or wait at once; more are refused */
    public Inference(int mostSamples, Ledger ledger, LongSupplier nanoTime) {
        this.mostSamples = mostSamples;
        this.ledger = ledger;
        this.nanoTime = nanoTime;
    }

    public RunningReplies running() {
        return running;
    }

    public Metrics metrics() {
        return ledger.metrics();
    }

    /** Admits nothing more. */
    public void stop() {
        stopping.set(true);
    }

    public boolean stopping() {
        return stopping.get();
    }

    /**
     * Begins to generate. The reply must be closed.
     *
     * @param id by which others find it while it runs
     * @param carried tokens of the request that an earlier one has paid for
     * @throws ApiException if the server is full or stopping, or the request can never be answered
     */
    public LiveReply open(Caller caller, String id, ServedModel model, GenerationRequest request, int carried) {
        if (stopping.get()) {
            throw ApiException.unavailable("the server is stopping; try again when it is back", RETRY);
        }
        int count = request.samples();
        if (samples.addAndGet(count) > mostSamples) {
            samples.addAndGet(-count);
            throw ApiException.unavailable(
                    "the server has its " + mostSamples + " samples to work on; try again in a moment", RETRY);
        }
        RequestTimer timer = new RequestTimer(metrics(), model.name(), nanoTime);
        try {
            TokenStream stream = TokenStream.open(model.generator(), request, model.tokenizer(), UNREAD);
            LiveReply reply = new LiveReply(stream, request, carried, timer, nanoTime, pace, usage -> {
                samples.addAndGet(-count);
                running.remove(id);
                spent(caller, model, usage);
            });
            running.add(id, caller.tenant(), reply);
            return reply;
        } catch (IllegalArgumentException e) {
            release(count, timer);
            throw ApiException.malformed("invalid_request", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            release(count, timer);
            throw e;
        }
    }

    /** Counts what was read and written for a caller. */
    public void spent(Caller caller, ServedModel model, Usage usage) {
        ledger.spent(caller.key(), model.name(), usage);
    }

    private void release(int count, RequestTimer timer) {
        samples.addAndGet(-count);
        timer.end();
    }
}
