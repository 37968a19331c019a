package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.jobs.JobReading.TENANT;
import static zeroone.server.jobs.JobReading.assertTellsOnce;
import static zeroone.server.jobs.SeededInterpreter.specification;
import static zeroone.server.jobs.SeededInterpreter.undisturbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.CounterRandom;

/** Servers are killed in the middle of thoughts, as often as {@code -Dzeroone.jobs.kills} says. */
class CrashTest {
    private static final int FEW = 3;
    private static final int KILLS = Integer.getInteger("zeroone.jobs.kills", FEW);

    /** Whether there is time for more than a default run. */
    static final boolean NIGHTLY = KILLS > FEW;

    private static final long SEED = Long.getLong("zeroone.jobs.seed", 20261123);
    private static final int JOBS = 8;
    private static final int THOUGHT = 600 + 300 * KILLS;
    private static final int MOST_TOKENS_OF_A_LIFE = 4000;
    private static final int LONGEST_LIFE_MILLIS = 700;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    /** Who submits jobs may begin them, too, but must not end them before a server that is to be killed has them. */
    private static final ScriptedGenerator.Pace HARDLY_ANY = () -> LockSupport.parkNanos(20_000_000);

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    @ParameterizedTest
    @MethodSource("killed")
    void every_job_completes_once_with_the_text_of_an_undisturbed_run(Databases.Kind kind) throws Exception {
        String url = DATABASES.url(kind);
        RandomGenerator random = CounterRandom.of(SEED).sequence();
        List<JobRequest> requests = submit(url);
        int found = 0;
        for (int k = 0; k < KILLS; k++) {
            Process server =
                    server(url, "server" + k, random.nextInt(MOST_TOKENS_OF_A_LIFE / 4, MOST_TOKENS_OF_A_LIFE));
            if (random.nextInt(4) > 0) {
                found += found(server);
                await(server, "paused");
                server.waitFor(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
            } else {
                server.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            }
            kill(server);
        }
        Process last = server(url, "last", JobServerProcess.NO_PAUSE);
        found += found(last);
        await(last, "done");
        stop(last);
        assertThat(found).as("jobs that a kill met in mid-thought").isPositive();
        assertAllComplete(url, requests);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("zeroone.server.jobs.Databases#servers")
    void when_one_of_two_servers_is_killed_the_other_takes_its_jobs(Databases.Kind kind) throws Exception {
        String url = DATABASES.url(kind);
        RandomGenerator random = CounterRandom.of(SEED, 2).sequence();
        List<JobRequest> requests = submit(url);
        Process survivor = server(url, "survivor", JobServerProcess.NO_PAUSE);
        Process victim = server(url, "victim", JobServerProcess.NO_PAUSE);
        await(victim, "ready");
        victim.waitFor(100 + random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
        kill(victim);
        await(survivor, "done");
        stop(survivor);
        assertAllComplete(url, requests);
    }

    /** The default run kills servers of SQLite only, as each takes a second to start. */
    static Stream<Databases.Kind> killed() {
        return Databases.kinds().filter(kind -> kind == Databases.Kind.SQLITE || NIGHTLY);
    }

    private static List<JobRequest> submit(String url) {
        List<JobRequest> requests = new ArrayList<>();
        try (JobDatabase database = JobDatabase.open(url, new BoundCipher());
                DurableJobs jobs = jobs(database, HARDLY_ANY)) {
            for (int j = 0; j < JOBS; j++) {
                JobRequest request =
                        JobReading.request(JobServerProcess.id(j), specification(SEED + j, 1 + j % 3, THOUGHT, 50));
                jobs.submit(request);
                requests.add(request);
            }
        }
        return requests;
    }

    private static void assertAllComplete(String url, List<JobRequest> requests) throws InterruptedException {
        try (JobDatabase database = JobDatabase.open(url, new BoundCipher());
                DurableJobs jobs = jobs(database, ScriptedGenerator.Pace.AT_ONCE)) {
            for (JobRequest request : requests) {
                Job job = jobs.get(TENANT, request.id()).orElseThrow();
                assertThat(job.status()).as("seed %d, %s", SEED, request).isEqualTo(JobStatus.COMPLETED);
                assertThat(job.response()).as("seed %d, %s", SEED, request).isEqualTo(undisturbed(request));
                assertTellsOnce(JobReading.allEvents(jobs, request.id(), -1), job.response());
            }
        }
    }

    private static DurableJobs jobs(JobDatabase database, ScriptedGenerator.Pace pace) {
        return DurableJobs.start(
                database,
                new SeededInterpreter(),
                Map.of("tiny", ChainedModel.generator(pace)),
                JobServerProcess.SETTINGS,
                JobMeter.NONE,
                "test",
                InstantSource.system(),
                System::nanoTime);
    }

    private static Process server(String url, String name, int tokens) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobServerProcess.class.getName(),
                        url,
                        name,
                        String.valueOf(JOBS),
                        String.valueOf(tokens))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int found(Process server) throws IOException {
        return Integer.parseInt(await(server, "found \\d+").substring("found ".length()));
    }

    private static String await(Process server, String words) throws IOException {
        BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.matches(words)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new AssertionError("the server ended before it said " + words);
        }
        return line;
    }

    private static void kill(Process server) throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    private static void stop(Process server) throws IOException, InterruptedException {
        server.getOutputStream().close();
        assertThat(server.waitFor()).isZero();
    }
}
