package zeroone.testkit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zeroone.text.CounterRandom;
import zeroone.text.ReservedTokens;
import zeroone.text.Tokenizer;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.RunningSample;
import zeroone.text.generation.StopStringFilter;
import zeroone.text.generation.ThinkingBudget;
import zeroone.text.generation.TokenEvent;
import zeroone.text.generation.TokenListener;
import zeroone.text.tokenizer.IncrementalDecoder;

/** One sample of a {@link ScriptedGenerator}: a thread that reads its script aloud. */
final class ScriptedSample implements RunningSample, Runnable {
    /** What samples of a request have in common. */
    record Role(
            GenerationRequest request,
            ReservedTokens reserved,
            @Nullable Tokenizer tokenizer,
            ScriptedGenerator.Pace pace,
            AtomicInteger nextNumber) {}

    private final int number;
    private final Role role;
    private final int[] script;
    private final CounterRandom random;
    private final TokenListener listener;
    private final CompletableFuture<Completion> completion = new CompletableFuture<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Queue<Integer> injected = new ArrayDeque<>();
    private boolean paused;
    private boolean cancelled;
    private boolean answerNow;

    // What was written; changed by the running thread, under the lock.
    private int[] tokens = {};
    private int[] forced = {};
    private int next; // of the script
    private int thoughtLength = -1; // -1 while thinking
    private int bridged; // tokens of the bridge in the answer
    private boolean closeForced;
    private @Nullable FinishReason finish;
    private int published;

    ScriptedSample(int number, Role role, int[] script, CounterRandom random, TokenListener listener) {
        this.number = number;
        this.role = role;
        this.script = script;
        this.random = random;
        this.listener = listener;
        this.published = role.request().resumed().length();
    }

    @Override
    public void run() {
        try {
            while (finish == null) {
                step();
                publish();
            }
            end(finish, Optional.empty());
        } catch (InterruptedException | RuntimeException failure) {
            end(FinishReason.ERROR, Optional.of(String.valueOf(failure.getMessage())));
        }
    }

    private void step() throws InterruptedException {
        if (tokens.length >= published) {
            role.pace().await();
        }
        lock.lockInterruptibly();
        try {
            while (paused && !cancelled) {
                asked.await();
            }
            advance();
        } finally {
            lock.unlock();
        }
    }

    private void advance() {
        ThinkingBudget budget = role.request().budget();
        if (cancelled) {
            finish = FinishReason.CANCELLED;
        } else if (thinking() && (answersNow() || tokens.length >= budget.thought())) {
            if (next < script.length || answersNow()) {
                close(budget);
            } else {
                finish = FinishReason.LENGTH;
            }
        } else if (!injected.isEmpty()) {
            append(injected.remove(), true);
        } else if (next == script.length) {
            finish = FinishReason.LENGTH;
        } else {
            append(script[next++], false);
        }
        if (finish == null && !thinking() && tokens.length - thoughtLength - 1 - bridged >= budget.answer()) {
            finish = FinishReason.LENGTH;
        }
    }

    /** What it was resumed from is not changed any more. */
    private boolean answersNow() {
        return answerNow && tokens.length >= role.request().resumed().length();
    }

    private void close(ThinkingBudget budget) {
        if (next < script.length && script[next] == role.reserved().endThought()) {
            append(script[next++], false); // the script closes here by itself
            return;
        }
        budget.bridge().before().forEach(token -> append(token, true));
        append(role.reserved().endThought(), true);
        closeForced = true;
        budget.bridge().after().forEach(token -> append(token, true));
        bridged = budget.bridge().after().size();
        int close = next;
        while (close < script.length && script[close] != role.reserved().endThought()) {
            close++;
        }
        next = Math.min(close + 1, script.length);
    }

    private void append(int token, boolean byForce) {
        if (byForce) {
            forced = Arrays.copyOf(forced, forced.length + 1);
            forced[forced.length - 1] = tokens.length;
        }
        tokens = Arrays.copyOf(tokens, tokens.length + 1);
        tokens[tokens.length - 1] = token;
        boolean wasThinking = thinking();
        if (wasThinking
                && (token == role.reserved().endThought()
                        || token == role.reserved().endOfTurn())) {
            thoughtLength = tokens.length - 1;
            closeForced = byForce;
        }
        if (token == role.reserved().endOfTurn()) {
            finish = FinishReason.STOP;
        } else if (!wasThinking && role.request().options().stop().ids().contains(token)) {
            finish = FinishReason.STOP_TOKEN;
        } else if (!wasThinking && stopString()) {
            finish = FinishReason.STOP_STRING;
        }
    }

    private boolean stopString() {
        Tokenizer tokenizer = role.tokenizer();
        if (tokenizer == null) {
            return false;
        }
        StopStringFilter filter =
                new StopStringFilter(role.request().options().stop().strings());
        IncrementalDecoder decoder = new IncrementalDecoder(tokenizer);
        for (int t = thoughtLength + 1; t < tokens.length; t++) {
            filter.accept(decoder.accept(tokens[t]));
        }
        return filter.stopped();
    }

    private void publish() {
        while (published < tokens.length) {
            int t = published++;
            boolean byForce = Arrays.binarySearch(forced, t) >= 0;
            boolean thought = thinking() || t <= thoughtLength;
            listener.token(
                    this,
                    new TokenEvent(
                            number,
                            t,
                            tokens[t],
                            byForce ? 0 : -1,
                            byForce ? 0 : -1,
                            alternatives(t, byForce),
                            thought ? TokenEvent.Phase.THOUGHT : TokenEvent.Phase.ANSWER,
                            byForce));
        }
    }

    private List<Alternative> alternatives(int position, boolean byForce) {
        return byForce || role.request().options().alternatives() == 0
                ? List.of()
                : List.of(new Alternative(tokens[position], -1));
    }

    private void end(FinishReason reason, Optional<String> error) {
        float[] logProbs = new float[tokens.length];
        for (int t = 0; t < tokens.length; t++) {
            logProbs[t] = Arrays.binarySearch(forced, t) >= 0 ? 0 : -1;
        }
        List<List<Alternative>> alternatives = role.request().options().alternatives() == 0
                ? List.of()
                : IntStream.range(0, tokens.length)
                        .mapToObj(t -> alternatives(t, Arrays.binarySearch(forced, t) >= 0))
                        .toList();
        Completion ended = new Completion(
                role.request().prompt(),
                tokens,
                logProbs,
                logProbs,
                alternatives,
                thinking() ? tokens.length : thoughtLength,
                closeForced,
                forced,
                reason,
                error,
                role.request().sampling());
        try {
            listener.finished(this, ended);
        } finally {
            completion.complete(ended);
        }
    }

    private boolean thinking() {
        return thoughtLength < 0;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void cancel() {
        ask(() -> cancelled = true);
    }

    @Override
    public void answerNow() {
        ask(() -> answerNow = true);
    }

    @Override
    public void inject(int... more) {
        for (int token : more) {
            if (token < 0 || token == role.reserved().endOfTurn()) {
                throw new IllegalArgumentException("token " + token + " cannot be injected: it is not a token of text");
            }
        }
        ask(() -> Arrays.stream(more).forEach(injected::add));
    }

    @Override
    public void pause() {
        ask(() -> paused = true);
    }

    @Override
    public void resume() {
        ask(() -> paused = false);
    }

    @Override
    public RunningSample fork(CounterRandom branch, TokenListener hears) {
        ScriptedSample fork = new ScriptedSample(role.nextNumber().getAndIncrement(), role, script, branch, hears);
        ask(() -> {
            fork.tokens = tokens;
            fork.forced = forced;
            fork.next = next;
            fork.thoughtLength = thoughtLength;
            fork.bridged = bridged;
            fork.closeForced = closeForced;
            fork.published = tokens.length;
        });
        Thread.ofVirtual().name("scripted-fork").start(fork);
        return fork;
    }

    @Override
    public CompletableFuture<Completion> completion() {
        return completion;
    }

    /** The stream that a model would draw from. */
    CounterRandom random() {
        return random;
    }

    private void ask(Runnable change) {
        lock.lock();
        try {
            change.run();
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
