package zeroone.server.jobs;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import zeroone.testkit.ScriptedGenerator;

/**
 * A server of jobs to be killed: says how many jobs it found in mid-thought, "ready" when it runs jobs, "paused" when it has
 * made as many tokens as it may and makes no more, and "done" when all jobs have ended.
 */
final class JobServerProcess {
    static final JobSettings SETTINGS = JobSettings.DEFAULTS
            .withTimes(Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofDays(1))
            .withRunning(4, 4)
            .withAttempts(1000);

    private static final long NANOS_A_TOKEN = 300_000;

    /** Of a server that may finish. */
    static final int NO_PAUSE = Integer.MAX_VALUE;

    private JobServerProcess() {}

    static String id(int job) {
        return "resp_" + job;
    }

    /** Arguments: address of the store, name of the server, number of jobs, tokens before it pauses. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try (JobDatabase database = JobDatabase.open(arguments[0], new BoundCipher())) {
            int found = 0;
            for (int j = 0; j < Integer.parseInt(arguments[2]); j++) {
                StoredJob job = database.jobs().find(JobReading.TENANT, id(j)).orElseThrow();
                found += !job.status().terminal() && job.entries() > 2 ? 1 : 0;
            }
            System.out.println("found " + found);
            serve(database, arguments);
        }
    }

    private static void serve(JobDatabase database, String... arguments) throws IOException, InterruptedException {
        try (DurableJobs jobs = DurableJobs.start(
                database,
                new SeededInterpreter(),
                Map.of("tiny", ChainedModel.generator(pace(Integer.parseInt(arguments[3])))),
                SETTINGS,
                JobMeter.NONE,
                arguments[1],
                InstantSource.system(),
                System::nanoTime)) {
            System.out.println("ready");
            for (int j = 0; j < Integer.parseInt(arguments[2]); j++) {
                JobReading.allEvents(jobs, id(j), -1);
            }
            System.out.println("done");
            while (System.in.read() >= 0) {
                // until the test lets go
            }
        }
    }

    /** Not a pause by the clock: how far a thought has come when the kill arrives must not depend on the machine. */
    private static ScriptedGenerator.Pace pace(int tokens) {
        AtomicInteger left = new AtomicInteger(tokens);
        CountDownLatch never = new CountDownLatch(1);
        return () -> {
            int next = left.getAndDecrement();
            if (next == 0) {
                System.out.println("paused");
            }
            if (next <= 0) {
                never.await();
            }
            LockSupport.parkNanos(NANOS_A_TOKEN);
        };
    }
}
