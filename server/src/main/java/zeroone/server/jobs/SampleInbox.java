package zeroone.server.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import zeroone.text.generation.Completion;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/**
 * What the samples of a running job wrote and nobody wrote down yet. When it is full the samples pause, so a store that is
 * gone costs time and not memory. Thread-safe.
 */
final class SampleInbox {
    /** What was heard of a sample. */
    sealed interface Heard {
        int sample();

        record Begun(int sample, int cached) implements Heard {}

        record Token(int sample, TokenEvent event) implements Heard {}

        record End(int sample, Completion completion) implements Heard {}
    }

    private final int capacity;
    private final Runnable onEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, RunningSample> running = new LinkedHashMap<>();
    private List<Heard> heard = new ArrayList<>();
    private int unwritten;
    private boolean paused;
    private boolean closed;
    private boolean answerNow;
    private Optional<String> error = Optional.empty();

    /**
     * @param capacity tokens at which the samples pause
     * @param onEnd runs when a sample has ended, on its thread
     */
    SampleInbox(int capacity, Runnable onEnd) {
        this.capacity = capacity;
        this.onEnd = onEnd;
    }

    /** Begins or goes on with a sample. */
    void submit(StreamingGenerator generator, int sample, GenerationRequest request) {
        RunningSample handle =
                generator.submit(request, listener(sample)).samples().getFirst();
        lock.lock();
        try {
            running.put(sample, handle);
            if (closed) {
                handle.cancel();
            }
            if (answerNow) {
                handle.answerNow();
            }
            if (paused) {
                handle.pause();
            }
        } finally {
            lock.unlock();
        }
    }

    private TokenListener listener(int sample) {
        return new TokenListener() {
            private boolean begun;

            @Override
            public void token(RunningSample handle, TokenEvent event) {
                Heard.Token token = new Heard.Token(sample, event);
                if (begun) {
                    hear(token);
                } else {
                    begun = true;
                    hear(new Heard.Begun(sample, handle.cachedPromptTokens()), token);
                }
            }

            @Override
            public void finished(RunningSample handle, Completion completion) {
                end(sample, completion);
            }
        };
    }

    /** Items that are taken together or not at all. */
    private void hear(Heard... items) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            heard.addAll(List.of(items));
            unwritten += items.length;
            if (unwritten >= capacity && !paused) {
                paused = true;
                running.values().forEach(RunningSample::pause);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(int sample, Completion completion) {
        lock.lock();
        try {
            running.remove(sample);
            if (closed) {
                return;
            }
            switch (completion.finishReason()) {
                case STOP, LENGTH, STOP_STRING, STOP_TOKEN -> {
                    heard.add(new Heard.End(sample, completion));
                    unwritten++;
                }
                // Not by us, so the model is going away: what is missing is still wanted.
                case CANCELLED -> error = Optional.of("cancelled by the model's side");
                case ERROR -> error = completion.error();
            }
        } finally {
            lock.unlock();
        }
        onEnd.run();
    }

    /** Takes everything that was heard. */
    List<Heard> take() {
        lock.lock();
        try {
            List<Heard> taken = heard;
            heard = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** So many of the items that were taken are durable now. */
    void written(int items) {
        lock.lock();
        try {
            unwritten -= items;
            if (paused && unwritten <= capacity / 2) {
                paused = false;
                running.values().forEach(RunningSample::resume);
            }
        } finally {
            lock.unlock();
        }
    }

    void answerNow() {
        lock.lock();
        try {
            if (!answerNow) {
                answerNow = true;
                running.values().forEach(RunningSample::answerNow);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Cancels what runs and hears nothing any more; what was heard before can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            running.values().forEach(RunningSample::cancel);
        } finally {
            lock.unlock();
        }
    }

    /** What went wrong with a sample, if something did. */
    Optional<String> error() {
        lock.lock();
        try {
            return error;
        } finally {
            lock.unlock();
        }
    }
}
