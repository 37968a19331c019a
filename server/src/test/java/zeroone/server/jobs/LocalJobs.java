package zeroone.server.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.StreamingGenerator;

/** A server of jobs on a file, that can start again, for each test a new one. Its model writes a token for each permit. */
final class LocalJobs implements AfterEachCallback {
    static final JobSettings SETTINGS =
            JobSettings.DEFAULTS.withTimes(Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofDays(1));

    private final Path folder = temporary();

    /** A permit is a token. */
    final Semaphore pace = new Semaphore(0, true);

    /** What was charged to jobs, by whichever server. */
    final List<JobCost> costs = new CopyOnWriteArrayList<>();

    private final JobMeter meter = _ -> costs::add;
    private JobSettings settings = SETTINGS;
    private JobInterpreter interpreter = new SeededInterpreter();
    private ScriptedGenerator model = ChainedModel.generator(pace::acquire);
    private JobDatabase database = open();
    private DurableJobs jobs = start("tiny", model);

    private static Path temporary() {
        try {
            return Files.createTempDirectory("zeroone-jobs");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private JobDatabase open() {
        return JobDatabase.open(url(), new BoundCipher());
    }

    private DurableJobs start(String name, StreamingGenerator generator) {
        return DurableJobs.start(
                database,
                interpreter,
                Map.of(name, generator),
                settings,
                meter,
                "here",
                InstantSource.fixed(JobReading.CREATED),
                System::nanoTime);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    DurableJobs jobs() {
        return jobs;
    }

    /** The model that the server began with. */
    ScriptedGenerator model() {
        return model;
    }

    Path folder() {
        return folder;
    }

    String url() {
        return "jdbc:sqlite:" + folder.resolve("jobs.db");
    }

    /** Stops the server and starts another one, whose model has not got a permit yet. */
    void restart() {
        pace.drainPermits();
        restart(pace::acquire);
    }

    void restart(JobSettings other) {
        settings = other;
        restart();
    }

    void restart(ScriptedGenerator.Pace speed) {
        close();
        model = ChainedModel.generator(speed);
        database = open();
        jobs = start("tiny", model);
    }

    /** The same file, served by a server of another model. */
    void serve(String name, StreamingGenerator generator) {
        jobs.close();
        jobs = start(name, generator);
    }

    /** The same file, served by a server that reads specifications in its own way. */
    void serve(JobInterpreter reads) {
        interpreter = reads;
        serve("tiny", model);
    }

    void close() {
        jobs.close();
        database.close();
    }
}
