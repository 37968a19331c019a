package zeroone.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import zeroone.text.generation.StreamingGenerator;

/**
 * Runs leased jobs. All of its work is done by {@link #tick}, which one thread calls again and again: write what the jobs
 * have got since, all in one transaction; lease more; look after jobs whose owner is gone.
 */
final class JobRunner {
    private static final System.Logger LOG = System.getLogger("zeroone.server.jobs");
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_STORE_BACKOFF = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING_EVERY = Duration.ofSeconds(1);
    private static final int CLAIMS_AT_ONCE = 100;

    /** What a runner needs of its surroundings. */
    record Surroundings(
            JobStore store,
            JobInterpreter interpreter,
            Map<String, StreamingGenerator> generators,
            JobMeter meter,
            String server,
            InstantSource time,
            LongSupplier nanoTime,
            Executor starter,
            CommitSignal signal) {
        Surroundings {
            generators = Map.copyOf(generators);
        }
    }

    private final Surroundings around;
    private final JobStore store;
    private final JobSettings settings;
    private final Housekeeping housekeeping;
    private final Runnable wake;
    private final Map<String, JobRun> runs = new ConcurrentHashMap<>();
    private final RefusedJobs refused = new RefusedJobs();
    private volatile boolean look = true;
    private volatile boolean stopping;

    // Of the thread that ticks.
    private int storeFailures;
    private long storeRetryAt;
    private long housekeepingAt;

    /** @param wake asks for a tick soon; called by any thread */
    JobRunner(Surroundings around, JobSettings settings, Runnable wake) {
        this.around = around;
        this.store = around.store();
        this.settings = settings;
        this.wake = wake;
        this.housekeeping = new Housekeeping(store, settings, around.nanoTime());
        this.storeRetryAt = around.nanoTime().getAsLong();
        this.housekeepingAt = storeRetryAt;
    }

    void tick() {
        long nanos = around.nanoTime().getAsLong();
        if (nanos - storeRetryAt < 0) {
            return;
        }
        try {
            checkpoint(around.time().instant());
            refused.forget(store);
            if (!stopping) {
                boolean due = nanos - housekeepingAt >= 0;
                if (due) {
                    housekeepingAt = nanos + HOUSEKEEPING_EVERY.toNanos();
                    housekeeping.look(runs.keySet(), around.time().instant());
                }
                if (look || due) {
                    look = false;
                    claim(due, around.time().instant());
                }
            }
            storeFailures = 0;
        } catch (StoreUnavailableException failure) {
            if (storeFailures++ == 0) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the store of jobs is not available; jobs wait for it: {0}",
                        failure.cause());
            }
            look = true;
            storeRetryAt = nanos
                    + backoff(settings.checkpointEvery(), storeFailures, LONGEST_STORE_BACKOFF)
                            .toNanos();
        }
    }

    private void checkpoint(Instant now) {
        List<JobRun> writers = new ArrayList<>();
        List<Checkpoint> drafts = new ArrayList<>();
        List<JobRun> failed = new ArrayList<>();
        for (JobRun run : runs.values()) {
            try {
                if (run.error().isPresent()) {
                    run.halt(); // so that the draft is the last one
                    failed.add(run);
                }
                run.draft(now).ifPresent(draft -> {
                    writers.add(run);
                    drafts.add(draft);
                });
            } catch (RuntimeException | AssertionError | StackOverflowError broken) {
                failed.remove(run);
                giveBack(run, broken);
            }
        }
        if (!drafts.isEmpty()) {
            List<Receipt> receipts = store.append(drafts, now);
            for (int i = 0; i < receipts.size(); i++) {
                settle(writers.get(i), drafts.get(i), receipts.get(i), now);
            }
        }
        for (JobRun run : failed) {
            if (runs.containsValue(run)) {
                giveBack(run, new IllegalStateException("the model failed"));
            }
        }
    }

    private void settle(JobRun run, Checkpoint draft, Receipt receipt, Instant now) {
        switch (receipt) {
            case LOST -> {
                forget(run);
                run.lose();
            }
            case KEPT_ANSWER_NOW, KEPT -> {
                if (receipt == Receipt.KEPT_ANSWER_NOW) {
                    run.answerNow();
                }
                if (run.kept(draft, now)) {
                    forget(run);
                }
            }
        }
        around.signal().changed(draft.lease().id());
    }

    private void claim(boolean expired, Instant now) {
        String server = around.server();
        for (int c = 0; c < CLAIMS_AT_ONCE && runs.size() < settings.running(); c++) {
            Optional<Lease> lease = store.claim(server, around.generators().keySet(), settings.runningOfTenant(), now);
            if (lease.isEmpty()) {
                break;
            }
            begin(lease.get());
        }
        for (int c = 0; expired && c < CLAIMS_AT_ONCE; c++) {
            Optional<Lease> lease =
                    store.claimExpired(server, around.generators().keySet(), now);
            if (lease.isEmpty()) {
                break;
            }
            begin(lease.get());
        }
    }

    private JobRun begin(Lease lease) {
        JobRun fresh = new JobRun(lease, settings, wake);
        JobRun run = runs.merge(lease.id(), fresh, (old, one) -> old.lease().fence() > lease.fence() ? old : one);
        if (run == fresh) {
            around.starter().execute(() -> start(run));
        }
        return run;
    }

    private void start(JobRun run) {
        JobRequest request = run.lease().request();
        try {
            StreamingGenerator generator = around.generators().get(request.model());
            if (generator == null) {
                run.fail("this server does not serve the model " + request.model());
            }
            run.start(
                    around.interpreter(),
                    around.meter(),
                    store,
                    Optional.ofNullable(generator),
                    around.time().instant());
        } catch (RuntimeException | AssertionError | StackOverflowError broken) {
            giveBack(run, broken);
        }
        wake.run();
    }

    /** Lets the job be tried again, here or elsewhere; if it was tried often enough, ends it. */
    private void giveBack(JobRun run, Throwable reason) {
        Lease lease = run.lease();
        LOG.log(
                System.Logger.Level.WARNING,
                "job {0} stopped and is tried again: {1}",
                lease.id(),
                withoutContent(reason));
        run.halt();
        forget(run);
        int attempts = run.attempts();
        Instant now = around.time().instant();
        try {
            if (attempts > settings.attempts()) {
                store.append(List.of(LastResort.checkpoint(lease)), now);
            } else {
                Duration pause = backoff(Duration.ofMillis(500), attempts, LONGEST_BACKOFF);
                store.release(lease, attempts, now.plus(pause));
            }
        } catch (StoreUnavailableException gone) {
            // Nobody runs the job now, so its lease ends by itself.
            LOG.log(System.Logger.Level.DEBUG, "the lease of job {0} could not be given back", lease.id());
        }
        run.lose();
        around.signal().changed(lease.id());
    }

    /** What failed and where; a message may quote what somebody wrote. */
    static String withoutContent(Throwable reason) {
        StackTraceElement[] trace = reason.getStackTrace();
        return reason.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void forget(JobRun run) {
        runs.remove(run.lease().id(), run);
        look = true;
    }

    private static Duration backoff(Duration first, int failures, Duration most) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(failures, 0), 20));
        return pause.compareTo(most) < 0 ? pause : most;
    }

    /** Takes care that a job is not there of which its client was told that it could not be added. */
    void forgetRefused(JobRequest job) {
        refused.add(job);
        wake.run();
    }

    /** Lets the next tick look for jobs to run. */
    void look() {
        look = true;
        wake.run();
    }

    /** The job, if it runs here. */
    Optional<JobRun> run(String tenant, String id) {
        return Optional.ofNullable(runs.get(id))
                .filter(run -> run.lease().request().tenant().equals(tenant));
    }

    /** Takes a job that waits or runs elsewhere; empty if it has ended. */
    Optional<JobRun> seize(String tenant, String id) {
        return store.seize(around.server(), tenant, id).map(this::begin);
    }

    /** The job was deleted. */
    void drop(String tenant, String id) {
        run(tenant, id).ifPresent(run -> {
            forget(run);
            run.lose();
        });
        around.signal().changed(id);
    }

    /** Writes what there is and gives all jobs back. To be called when nobody ticks any more. */
    void stop() {
        stopping = true;
        runs.values().forEach(JobRun::halt);
        try {
            Instant now = around.time().instant();
            checkpoint(now);
            for (JobRun run : runs.values()) {
                store.release(run.lease(), Math.max(0, run.attempts() - 1), Instant.EPOCH);
                run.lose();
            }
        } catch (StoreUnavailableException gone) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the store is not available, so jobs go on from their last checkpoint and not from here: {0}",
                    gone.cause());
        }
        runs.clear();
    }
}
