package zeroone.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import zeroone.text.generation.StreamingGenerator;

/**
 * Background jobs that survive their server. Every token is in the store before an event tells of it, so a killed server
 * leaves a job that goes on from there: here after a restart, or on another server of the same store.
 *
 * <p>Several servers may share a PostgreSQL database. Each runs jobs of the models that it serves.
 */
public final class DurableJobs implements BackgroundJobs, AutoCloseable {
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(10);
    private static final String FIRST_EVENT_OF_A_RUNNING_JOB = "response.in_progress";

    private final JobStore store;
    private final JobInterpreter interpreter;
    private final Map<String, StreamingGenerator> generators;
    private final JobSettings settings;
    private final InstantSource time;
    private final CommitSignal signal = new CommitSignal();
    private final JobRunner runner;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins to run jobs, first those that were interrupted.
     *
     * @param generators by name of the model
     * @param meter learns what they cost
     * @param server its name, for operators who look into the store
     * @param clock the time of day; it may jump
     * @param nanoTime a clock that does not jump, as {@link System#nanoTime}
     */
    public static DurableJobs start(
            JobDatabase database,
            JobInterpreter interpreter,
            Map<String, StreamingGenerator> generators,
            JobSettings settings,
            JobMeter meter,
            String server,
            InstantSource clock,
            LongSupplier nanoTime) {
        return start(database.jobs(), interpreter, generators, settings, meter, server, clock, nanoTime);
    }

    static DurableJobs start(
            JobStore store,
            JobInterpreter interpreter,
            Map<String, StreamingGenerator> generators,
            JobSettings settings,
            JobMeter meter,
            String server,
            InstantSource clock,
            LongSupplier nanoTime) {
        DurableJobs jobs = new DurableJobs(store, interpreter, generators, settings, meter, server, clock, nanoTime);
        jobs.thread.start();
        return jobs;
    }

    private DurableJobs(
            JobStore store,
            JobInterpreter interpreter,
            Map<String, StreamingGenerator> generators,
            JobSettings settings,
            JobMeter meter,
            String server,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.store = store;
        this.interpreter = interpreter;
        this.generators = Map.copyOf(generators);
        this.settings = settings;
        this.time = new SteadyTime(clock, nanoTime);
        this.runner = new JobRunner(
                new JobRunner.Surroundings(
                        store,
                        interpreter,
                        generators,
                        meter,
                        server,
                        time,
                        nanoTime,
                        start -> Thread.ofVirtual().name("job-start").start(start),
                        signal),
                settings,
                wake::release);
        this.thread = Thread.ofPlatform().name("jobs").daemon().unstarted(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                runner.tick();
            } catch (RuntimeException | Error unexpected) {
                // Without this thread no job would go on, and nobody would notice.
                System.getLogger("zeroone.server.jobs")
                        .log(
                                System.Logger.Level.ERROR,
                                "background jobs had an unexpected failure: {0}",
                                JobRunner.withoutContent(unexpected));
            }
            try {
                wake.tryAcquire(settings.checkpointEvery().toNanos(), TimeUnit.NANOSECONDS);
                wake.drainPermits();
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    public Job submit(JobRequest asked) {
        JobRequest request = asWillBeRead(asked);
        if (!generators.containsKey(request.model())) {
            throw new IllegalArgumentException(
                    "there is no model '" + request.model() + "'; there are " + generators.keySet());
        }
        JobNarrator narrator = interpreter.narrator(request);
        List<JobEvent> events = narrator.begin().stream()
                .takeWhile(event -> !event.type().equals(FIRST_EVENT_OF_A_RUNNING_JOB))
                .toList();
        LogEntry first = LogEntry.after(0, -1, List.of(), events);
        String response = narrator.response(JobStatus.QUEUED);
        try {
            store.add(request, first, settings.queued(), settings.queuedOfTenant());
        } catch (StoreUnavailableException unknown) {
            // Whoever is told so asks again; what may have been added without being said must not run beside that.
            runner.forgetRefused(request);
            throw unknown;
        }
        runner.look();
        return new Job(request, JobStatus.QUEUED, response, first.lastSequence(), narrator.progress());
    }

    /** The store keeps microseconds; a narrator must not see more before a restart than after it. */
    private static JobRequest asWillBeRead(JobRequest request) {
        return new JobRequest(
                request.id(),
                request.tenant(),
                request.model(),
                request.createdAt().truncatedTo(ChronoUnit.MICROS),
                request.specification(),
                request.priority(),
                request.deadline().map(deadline -> deadline.truncatedTo(ChronoUnit.MICROS)));
    }

    @Override
    public Optional<Job> get(String tenant, String id) {
        Optional<Job> running = runner.run(tenant, id).flatMap(JobRun::job);
        return running.isPresent() ? running : store.find(tenant, id).map(this::stored);
    }

    private Job stored(StoredJob job) {
        if (job.outcome().isPresent()) {
            Outcome outcome = job.outcome().get();
            return new Job(job.request(), outcome.status(), outcome.response(), job.lastSequence(), outcome.progress());
        }
        if (!generators.containsKey(job.request().model())) {
            throw new ModelNotServedException(job.request().model());
        }
        JobStatus status = job.entries() > 1 ? JobStatus.IN_PROGRESS : JobStatus.QUEUED;
        JobNarrator narrator;
        try {
            narrator = interpreter.narrator(job.request());
        } catch (IllegalArgumentException notAnyMore) {
            return LastResort.job(job, status);
        }
        if (job.entries() > 1) {
            Narration.of(
                    narrator,
                    interpreter.plan(job.request()),
                    job.request(),
                    job.lastSequence(),
                    store,
                    new ArrayList<>());
        }
        return new Job(job.request(), status, narrator.response(status), job.lastSequence(), narrator.progress());
    }

    @Override
    public Optional<Job> cancel(String tenant, String id) {
        if (!store.requestCancel(tenant, id)) {
            return get(tenant, id);
        }
        Optional<JobRun> here = runner.run(tenant, id);
        Optional<JobRun> run = here.isPresent() ? here : runner.seize(tenant, id);
        if (run.isPresent()) {
            run.get().cancel();
            wake.release();
            try {
                return Optional.of(run.get().ended().get(CANCEL_PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException elsewhere) {
                // whoever has it now knows that it is cancelled
            }
        }
        return get(tenant, id);
    }

    @Override
    public Optional<Job> answerNow(String tenant, String id) {
        if (store.requestAnswer(tenant, id)) {
            runner.run(tenant, id).ifPresent(JobRun::answerNow);
        }
        return get(tenant, id);
    }

    @Override
    public boolean delete(String tenant, String id) {
        boolean deleted = store.delete(tenant, id);
        if (deleted) {
            runner.drop(tenant, id);
        }
        return deleted;
    }

    @Override
    public Optional<JobEvents> events(String tenant, String id, long after) {
        return store.position(tenant, id).map(_ -> new LoggedEvents(store, signal, tenant, id, after));
    }

    /** Writes down what there is and leaves the jobs to the next server. */
    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        runner.stop();
    }
}
