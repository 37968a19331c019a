package zeroone.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.StreamingGenerator;

/**
 * A job that runs here: its samples write into an inbox, {@link #draft} turns that into the next checkpoint, and only what
 * is in a checkpoint that was kept has happened. Checkpoints are drafted and settled by one thread.
 */
final class JobRun {
    private static final int UNWRITTEN_AT_MOST = 8192;

    private final JobSettings settings;
    private final SampleInbox inbox;
    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Job> ended = new CompletableFuture<>();

    // Under the lock.
    private Lease lease;
    private @Nullable Narration narration;
    private List<JobEvent> opening = new ArrayList<>();
    private @Nullable JobEnding failure;
    private boolean cancelled;
    private @Nullable Checkpoint pending;
    private CostTally unpaid = new CostTally();
    private JobMeter.Account account = _ -> {};
    private boolean wrote;

    // Of the thread that checkpoints.
    private Instant alive = Instant.MIN;

    JobRun(Lease lease, JobSettings settings, Runnable onEnd) {
        this.lease = lease;
        this.settings = settings;
        this.cancelled = lease.cancelled();
        this.inbox = new SampleInbox(UNWRITTEN_AT_MOST, onEnd);
        if (lease.answerNow()) {
            inbox.answerNow();
        }
    }

    /**
     * Takes the job up where its log ends.
     *
     * @throws StoreUnavailableException if the log cannot be read; it may be tried again
     */
    void start(
            JobInterpreter interpreter,
            JobMeter meter,
            JobStore store,
            Optional<StreamingGenerator> generator,
            Instant now) {
        JobRequest request = lease.request();
        JobNarrator narrator = interpreter.narrator(request);
        JobMeter.Account costs = meter.account(request);
        List<GenerationRequest> plan = List.of();
        JobEnding refused = null;
        if (lease.attempts() > settings.attempts()) {
            refused = new JobEnding.Failed(
                    "it was begun " + settings.attempts() + " times and the server never came to its first new token");
        }
        try {
            plan = interpreter.plan(request);
        } catch (IllegalArgumentException impossible) {
            refused = new JobEnding.Failed(String.valueOf(impossible.getMessage()));
        }
        List<JobEvent> fresh = new ArrayList<>();
        Narration told = Narration.of(narrator, plan, request, lease.lastSequence(), store, fresh);
        List<GenerationRequest> rest = new ArrayList<>();
        lock.lock();
        try {
            failure = refused == null ? failure : refused;
            opening = fresh;
            account = costs;
            for (int s = 0; s < told.samples(); s++) {
                rest.add(told.rest(s));
            }
            narration = told;
        } finally {
            lock.unlock();
        }
        if (generator.isPresent() && refused == null && !cancelled() && !expired(now)) {
            submit(told, rest, generator.get());
        }
    }

    private void submit(Narration told, List<GenerationRequest> rest, StreamingGenerator generator) {
        try {
            for (int s = 0; s < rest.size(); s++) {
                if (!told.ended(s)) {
                    inbox.submit(generator, s, rest.get(s));
                }
            }
        } catch (IllegalArgumentException neverFits) {
            inbox.close();
            fail(String.valueOf(neverFits.getMessage()));
        }
    }

    /** What is to be written now, if anything. A draft that was not settled comes again. */
    Optional<Checkpoint> draft(Instant now) {
        lock.lock();
        try {
            if (pending == null && narration != null) {
                pending = next(narration, now);
            }
            if (pending == null && !now.isBefore(alive.plus(settings.lease().dividedBy(5)))) {
                return Optional.of(new Checkpoint(lease, Optional.empty(), Optional.empty()));
            }
            return Optional.ofNullable(pending);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Checkpoint next(Narration narrated, Instant now) {
        if (lease.request().deadline().isPresent() && !now.isBefore(answerAt())) {
            inbox.answerNow();
        }
        List<Told> told = new ArrayList<>();
        List<JobEvent> events = new ArrayList<>(opening);
        opening = List.of();
        for (SampleInbox.Heard heard : inbox.take()) {
            switch (heard) {
                case SampleInbox.Heard.Begun begun -> {
                    told.add(new Told.Begun(begun.sample(), begun.cached()));
                    if (!narrated.anyBegun()) {
                        unpaid.promptRead(narrated.promptLength(begun.sample()), begun.cached());
                    }
                    narrated.begun(begun.sample(), begun.cached());
                }
                case SampleInbox.Heard.Token token -> {
                    told.add(new Told.Token(token.sample(), token.event()));
                    unpaid.token(token.event());
                    events.addAll(narrated.token(token.sample(), token.event()));
                }
                case SampleInbox.Heard.End end -> {
                    told.add(Told.End.of(end.sample(), end.completion()));
                    unpaid.ended(end.completion());
                    events.addAll(narrated.finished(end.sample(), end.completion()));
                }
            }
        }
        Optional<JobEnding> ending = ending(narrated, now);
        Optional<Outcome> outcome = Optional.empty();
        if (ending.isPresent()) {
            inbox.close();
            events.addAll(narrated.end(ending.get(), now));
            JobStatus status = narrated.status();
            outcome = Optional.of(new Outcome(status, narrated.response(status), narrated.progress()));
        }
        if (told.isEmpty() && events.isEmpty() && outcome.isEmpty()) {
            return null;
        }
        LogEntry entry = LogEntry.after(lease.entries(), lease.lastSequence(), told, events);
        return new Checkpoint(lease, Optional.of(entry), outcome);
    }

    private Optional<JobEnding> ending(Narration narrated, Instant now) {
        if (failure != null) {
            return Optional.of(failure);
        }
        if (narrated.allEnded()) {
            return Optional.of(new JobEnding.Finished());
        }
        if (cancelled) {
            return Optional.of(new JobEnding.Cancelled());
        }
        return expired(now) ? Optional.of(new JobEnding.DeadlineMet()) : Optional.empty();
    }

    private boolean expired(Instant now) {
        return lease.request()
                .deadline()
                .map(deadline -> !now.isBefore(deadline))
                .orElse(false);
    }

    private Instant answerAt() {
        Instant deadline = lease.request().deadline().orElseThrow();
        Duration tenth = Duration.between(lease.request().createdAt(), deadline).dividedBy(10);
        Duration reserve = tenth.compareTo(settings.answerReserve()) < 0 ? tenth : settings.answerReserve();
        return deadline.minus(reserve);
    }

    /** The draft was written. True if the job has ended with it. */
    boolean kept(Checkpoint checkpoint, Instant now) {
        lock.lock();
        try {
            alive = now;
            if (checkpoint == pending) {
                pending = null;
                account.charge(unpaid.cost());
                unpaid = new CostTally();
            }
            lease = checkpoint.next();
            wrote |= checkpoint.hasTokens();
            inbox.written(checkpoint.entry().map(entry -> entry.told().size()).orElse(0));
            checkpoint.outcome().ifPresent(outcome -> ended.complete(job(outcome)));
            return checkpoint.outcome().isPresent();
        } finally {
            lock.unlock();
        }
    }

    private Job job(Outcome outcome) {
        return new Job(lease.request(), outcome.status(), outcome.response(), lease.lastSequence(), outcome.progress());
    }

    /** The job as it stands, unless it is still being taken up, or ends: then the store knows. */
    Optional<Job> job() {
        lock.lock();
        try {
            if (narration == null) {
                return Optional.empty();
            }
            if (ended.isDone() || pending != null && pending.outcome().isPresent()) {
                return Optional.empty();
            }
            return Optional.of(new Job(
                    lease.request(),
                    JobStatus.IN_PROGRESS,
                    narration.response(JobStatus.IN_PROGRESS),
                    lease.lastSequence(),
                    narration.progress()));
        } finally {
            lock.unlock();
        }
    }

    /** Ends the job with the next checkpoint, for a reason that its owner may read. */
    void fail(String message) {
        lock.lock();
        try {
            failure = new JobEnding.Failed(message);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the job with the next checkpoint. */
    void cancel() {
        inbox.close();
        lock.lock();
        try {
            cancelled = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean cancelled() {
        lock.lock();
        try {
            return cancelled;
        } finally {
            lock.unlock();
        }
    }

    void answerNow() {
        inbox.answerNow();
    }

    /** Stops to generate; what was generated can still be drafted. */
    void halt() {
        inbox.close();
    }

    /** The job is somebody else's now, or nobody's. */
    void lose() {
        inbox.close();
        ended.completeExceptionally(new IllegalStateException("the job was taken over or deleted"));
    }

    /** What went wrong with a sample, if something did. */
    Optional<String> error() {
        return inbox.error();
    }

    /** Completed when the job has ended and that is durable. */
    CompletableFuture<Job> ended() {
        return ended;
    }

    Lease lease() {
        lock.lock();
        try {
            return lease;
        } finally {
            lock.unlock();
        }
    }

    /** How often it was begun without that it wrote a token. */
    int attempts() {
        lock.lock();
        try {
            return wrote ? 0 : lease.attempts();
        } finally {
            lock.unlock();
        }
    }
}
