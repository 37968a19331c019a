package zeroone.text.generation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import zeroone.text.Tokenizer;

/**
 * The reading end of a generation: blocks until something comes, and hands out text that never changes afterwards. A
 * sample whose tokens are not read is paused, so a slow reader costs memory for {@code capacity} tokens a sample and
 * nobody else's time. Closing it cancels. One thread reads; any thread may close.
 */
public final class TokenStream implements AutoCloseable {
    /** What comes out of a stream. */
    public sealed interface Item {
        int sample();
    }

    /**
     * One token, and the text that became certain with it: often empty, as tokens may hold a part of a character or of a
     * stop string. Thought and answer are texts of their own.
     *
     * @param unfinished text of the thought that was held back until the answer began; almost always empty
     */
    public record Token(TokenEvent event, String unfinished, String text) implements Item {
        @Override
        public int sample() {
            return event.sample();
        }
    }

    /**
     * A sample has ended.
     *
     * @param text the rest of its text, which was held back
     */
    public record Finished(int sample, Completion completion, String text) implements Item {}

    /** What came and was not read: decoded by whoever reads it, so that the engine need not. */
    private record Unread(SampleText text, Supplier<Item> item, boolean token) {}

    private final Tokenizer tokenizer;
    private final StopConditions stop;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Unread> items = new ArrayDeque<>();
    private final Map<Integer, SampleText> samples = new HashMap<>();
    private int unfinished;
    private boolean closed;

    private TokenStream(Tokenizer tokenizer, StopConditions stop, int samples, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a stream must hold at least one token: " + capacity);
        }
        this.tokenizer = tokenizer;
        this.stop = stop;
        this.capacity = capacity;
        this.unfinished = samples;
    }

    /**
     * Submits a request and reads it.
     *
     * @param capacity unread tokens of a sample at which it pauses
     */
    public static TokenStream open(
            StreamingGenerator generator, GenerationRequest request, Tokenizer tokenizer, int capacity) {
        TokenStream stream = new TokenStream(tokenizer, request.options().stop(), request.samples(), capacity);
        Generation generation = generator.submit(request, stream.new Writer());
        stream.lock.lock();
        try {
            generation.samples().forEach(stream::text);
        } finally {
            stream.lock.unlock();
        }
        return stream;
    }

    /** Whether everything was read: every sample has ended. */
    public boolean done() {
        lock.lock();
        try {
            return items.isEmpty() && (unfinished == 0 || closed);
        } finally {
            lock.unlock();
        }
    }

    /** The next item, waiting for at most this long; empty if none came, or if everything was read. */
    public Optional<Item> poll(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        Unread next;
        lock.lockInterruptibly();
        try {
            while (items.isEmpty() && unfinished > 0 && !closed) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = arrived.awaitNanos(left);
            }
            next = items.poll();
            if (next == null) {
                return Optional.empty();
            }
            if (next.token()) {
                next.text().read();
            }
        } finally {
            lock.unlock();
        }
        return Optional.of(next.item().get());
    }

    /** The next item, however long it takes; empty if everything was read. */
    public Optional<Item> take() throws InterruptedException {
        while (!done()) {
            Optional<Item> next = poll(Duration.ofHours(1));
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** The samples that are read here, by number. */
    public Optional<RunningSample> sample(int number) {
        lock.lock();
        try {
            return Optional.ofNullable(samples.get(number)).map(SampleText::running);
        } finally {
            lock.unlock();
        }
    }

    /** Cancels what has not ended, and forgets what was not read. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            items.clear();
            samples.values().forEach(text -> text.running().cancel());
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private SampleText text(RunningSample sample) {
        return samples.computeIfAbsent(sample.number(), _ -> new SampleText(sample, tokenizer, stop, capacity));
    }

    private final class Writer implements TokenListener {
        @Override
        public void token(RunningSample sample, TokenEvent event) {
            lock.lock();
            try {
                SampleText text = text(sample);
                text.written();
                put(sample, new Unread(text, () -> text.token(event), true));
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void finished(RunningSample sample, Completion completion) {
            lock.lock();
            try {
                unfinished--;
                SampleText text = text(sample);
                put(sample, new Unread(text, () -> text.finished(completion), false));
            } finally {
                lock.unlock();
            }
        }

        private void put(RunningSample sample, Unread unread) {
            if (closed) {
                sample.cancel();
                return;
            }
            items.add(unread);
            arrived.signalAll();
        }
    }
}
