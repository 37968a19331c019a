package zeroone.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Continuation;
import zeroone.text.generation.ContinuationScore;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;
import zeroone.text.generation.Scorer;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenListener;

/**
 * A thread that owns an engine and its device and drives it for whoever asks: requests of many threads share every run of
 * the model. Closing it cancels what runs and closes the engine.
 */
public final class EngineThread implements StreamingGenerator, Scorer, AutoCloseable {
    private final Engine engine;
    private final Thread thread;
    private final Object door = new Object(); // between the last submission and the end
    private boolean closed;
    private boolean closedByItself; // its own thread's
    private @Nullable Throwable failure;

    public EngineThread(Engine engine, String name) {
        this(engine, name, () -> {});
    }

    /**
     * @param first done by the thread before anything else, to set up what a library keeps for each thread
     */
    EngineThread(Engine engine, String name, Runnable first) {
        this.engine = engine;
        this.thread = Thread.ofPlatform().daemon().name(name).start(() -> run(first));
    }

    private void run(Runnable first) {
        try {
            first.run();
            while (open()) {
                // Asked again, as the step may have read the letter that close wakes this thread with.
                if (!engine.step() && open()) {
                    engine.awaitMail();
                }
            }
            engine.end("it was closed");
        } catch (Throwable thrown) { // nobody else would tell those who wait
            synchronized (door) {
                failure = thrown;
            }
            engine.end("it failed: " + SequenceException.tell(thrown));
        } finally {
            if (closedByItself) {
                engine.close();
            }
        }
    }

    private boolean open() {
        synchronized (door) {
            return !closed;
        }
    }

    @Override
    public Generation submit(GenerationRequest request, TokenListener listener) {
        synchronized (door) {
            requireOpen();
            return engine.open(request, listener);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        if (failure != null) {
            throw new IllegalStateException(
                    "the engine has failed and takes no more requests: " + SequenceException.tell(failure), failure);
        }
    }

    @Override
    public List<List<Completion>> generate(List<GenerationRequest> requests, GenerationListener listener) {
        requests.forEach(engine::check);
        return new GenerationCall(requests, listener, this::submit).results();
    }

    @Override
    public List<ContinuationScore> score(List<Continuation> continuations) {
        return score(continuations, Priority.BATCH, "");
    }

    @Override
    public List<ContinuationScore> score(List<Continuation> continuations, Priority priority, String cacheScope) {
        ScoringCall call;
        synchronized (door) {
            requireOpen();
            call = engine.openScores(continuations, priority, cacheScope);
        }
        return call.results();
    }

    @Override
    public double keyValueCacheUse() {
        return engine.keyValueCacheUse();
    }

    /** What the engine keeps in memory. */
    public MemoryPlan memoryPlan() {
        return engine.memoryPlan();
    }

    @Override
    public int contextLength() {
        return engine.contextLength();
    }

    void check(GenerationRequest request) {
        engine.check(request);
    }

    /** Returns when the engine is freed; called by one of its own listeners, at once, and it is freed after the step. */
    @Override
    public void close() {
        synchronized (door) {
            closed = true;
        }
        engine.wake();
        if (Thread.currentThread() == thread) {
            closedByItself = true; // a listener cannot wait for the step that it is part of
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) { // nobody may be working on what is freed next
            try {
                thread.join();
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
        }
        engine.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
