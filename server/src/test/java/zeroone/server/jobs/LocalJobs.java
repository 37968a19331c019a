package zeroone.server.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.StreamingGenerator;

/** Jobs on a file of a folder, of a model that writes a token for each permit, and a server of them that can start again. */
final class LocalJobs implements AutoCloseable {
    static final JobSettings SETTINGS =
            JobSettings.DEFAULTS.withTimes(Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofDays(1));

    private final String url;
    private final JobSettings settings;

    /** A permit is a token. */
    final Semaphore pace = new Semaphore(0, true);

    private JobInterpreter interpreter = new SeededInterpreter();
    private ScriptedGenerator model = ChainedModel.generator(pace::acquire);
    private JobDatabase database;
    private DurableJobs jobs;

    LocalJobs(Path folder) {
        this(folder, SETTINGS);
    }

    LocalJobs(Path folder, JobSettings settings) {
        this.url = "jdbc:sqlite:" + folder.resolve("jobs.db");
        this.settings = settings;
        this.database = JobDatabase.open(url, new BoundCipher());
        this.jobs = start("tiny", model);
    }

    private DurableJobs start(String name, StreamingGenerator generator) {
        return DurableJobs.start(
                database,
                interpreter,
                Map.of(name, generator),
                settings,
                "here",
                InstantSource.fixed(JobReading.CREATED),
                System::nanoTime);
    }

    DurableJobs jobs() {
        return jobs;
    }

    /** The model that the server began with. */
    ScriptedGenerator model() {
        return model;
    }

    String url() {
        return url;
    }

    /** Stops the server and starts another one, whose model has not got a permit yet. */
    void restart() {
        pace.drainPermits();
        restart(pace::acquire);
    }

    void restart(ScriptedGenerator.Pace speed) {
        close();
        model = ChainedModel.generator(speed);
        database = JobDatabase.open(url, new BoundCipher());
        jobs = start("tiny", model);
    }

    /** The same file, served by a server of another model. */
    void serve(StreamingGenerator generator) {
        serve("tiny", generator);
    }

    void serve(String name, StreamingGenerator generator) {
        jobs.close();
        jobs = start(name, generator);
    }

    /** The same file, served by a server that reads specifications in its own way. */
    void serve(JobInterpreter reads) {
        jobs.close();
        interpreter = reads;
        jobs = start("tiny", model);
    }

    @Override
    public void close() {
        jobs.close();
        database.close();
    }
}
