package zeroone.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import zeroone.text.CounterRandom;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.MinimumThought;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.SamplingParameters;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;

/**
 * Many short requests one after the other, some of them cancelled and some forked: none may fail, and what is in memory must
 * not grow with their number.
 */
public final class Soak {
    private static final int REPORTS = 20;

    /** Of so many requests one is cancelled while it runs, and one forked. */
    private static final int CANCELLED_OF = 5;

    private static final int FORKED_OF = 7;

    /** Tokens of those thoughts, so that they have not ended when it comes to that. */
    private static final int LONG_THOUGHT = 8;

    private final IntFunction<int[]> prompts;
    private final LongSupplier residentBytes;
    private final LongSupplier nativeObjects;

    /**
     * @param prompts by number
     * @param residentBytes of this process, without what Java has only not cleared yet
     * @param nativeObjects that are alive; for the report
     */
    public Soak(IntFunction<int[]> prompts, LongSupplier residentBytes, LongSupplier nativeObjects) {
        this.prompts = prompts;
        this.residentBytes = residentBytes;
        this.nativeObjects = nativeObjects;
    }

    /**
     * The first half of the requests warms up; what is in memory after it is compared with what is after all.
     *
     * @param atOnce requests that wait or run at the same time
     */
    public SoakResult run(StreamingGenerator generator, int count, int atOnce, Consumer<String> say) {
        Tally tally = new Tally(atOnce);
        int half = (count + 1) / 2;
        run(generator, 0, half, count, tally, say);
        long warm = residentBytes.getAsLong();
        run(generator, half, count, count, tally, say);
        return tally.result(count, warm, residentBytes.getAsLong());
    }

    /** Returns when nothing runs any more. */
    private void run(StreamingGenerator generator, int first, int end, int count, Tally tally, Consumer<String> say) {
        for (int i = first; i < end; i++) {
            tally.places.acquireUninterruptibly();
            Asked asked = new Asked(i, tally);
            try {
                generator.submit(request(i), asked).completion().whenComplete(asked::ended);
            } catch (RuntimeException refused) {
                asked.ended(List.of(), refused);
            }
            if ((i + 1) % Math.max(1, count / REPORTS) == 0) {
                say.accept(String.format(
                        Locale.ROOT,
                        "%,d requests: %,.1f MB resident, %,d native objects",
                        i + 1,
                        residentBytes.getAsLong() / 1e6,
                        nativeObjects.getAsLong()));
            }
        }
        tally.places.acquireUninterruptibly(tally.atOnce);
        tally.places.release(tally.atOnce);
    }

    private static boolean cancels(int index) {
        return index % CANCELLED_OF == 1;
    }

    private static boolean forks(int index) {
        return index % FORKED_OF == 2;
    }

    private GenerationRequest request(int index) {
        ThinkingBudget budget = cancels(index) || forks(index)
                ? new ThinkingBudget(LONG_THOUGHT, 4).withMinimum(new MinimumThought(LONG_THOUGHT, 0, List.of()))
                : new ThinkingBudget(index % 12, 4);
        return new GenerationRequest(
                prompts.apply(index), SamplingParameters.PLAIN, budget, 1, CounterRandom.of(index));
    }

    /** What came of the requests so far; told by any thread. */
    private static final class Tally {
        private final int atOnce;
        private final Semaphore places;
        private final AtomicInteger cancelled = new AtomicInteger();
        private final AtomicInteger forked = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();

        Tally(int atOnce) {
            this.atOnce = atOnce;
            this.places = new Semaphore(atOnce);
        }

        void add(Completion completion) {
            if (completion.finishReason() == FinishReason.CANCELLED) {
                cancelled.incrementAndGet();
            }
            completion.error().ifPresent(this::fail);
        }

        void fail(String why) {
            failed.incrementAndGet();
            firstError.compareAndSet(null, why);
        }

        SoakResult result(int requests, long warmBytes, long endBytes) {
            String error = firstError.get();
            return new SoakResult(
                    requests,
                    cancelled.get(),
                    forked.get(),
                    failed.get(),
                    error == null ? "" : error,
                    warmBytes,
                    endBytes);
        }
    }

    /** A request that is asked, and cancelled or forked on the way. Its place is free when its fork has ended, too. */
    private static final class Asked implements TokenListener {
        private final int index;
        private final Tally tally;
        private final AtomicInteger running = new AtomicInteger(1);

        Asked(int index, Tally tally) {
            this.index = index;
            this.tally = tally;
        }

        @Override
        public void token(RunningSample sample, TokenEvent event) {
            if (forks(index) && event.position() == 1) {
                running.incrementAndGet();
                tally.forked.incrementAndGet();
                sample.fork(CounterRandom.of(index).split("fork"), TokenListener.NONE)
                        .completion()
                        .whenComplete((completion, failure) ->
                                ended(completion == null ? List.of() : List.of(completion), failure));
            }
            if (cancels(index) && event.position() == 2 + index % 3) {
                sample.cancel();
            }
        }

        void ended(@Nullable List<Completion> completions, @Nullable Throwable failure) {
            if (failure != null || completions == null) {
                tally.fail(String.valueOf(failure));
            } else {
                completions.forEach(tally::add);
            }
            if (running.decrementAndGet() == 0) {
                tally.places.release();
            }
        }
    }
}
