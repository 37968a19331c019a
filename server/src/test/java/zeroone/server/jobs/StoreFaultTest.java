package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeroone.server.jobs.JobReading.TENANT;
import static zeroone.server.jobs.JobReading.allEvents;
import static zeroone.server.jobs.JobReading.assertTellsOnce;
import static zeroone.server.jobs.JobReading.events;
import static zeroone.server.jobs.SeededInterpreter.specification;
import static zeroone.server.jobs.SeededInterpreter.undisturbed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zeroone.text.CounterRandom;

/** The disk is full, the database is gone, the clock jumps. */
class StoreFaultTest {
    private static final JobSettings SETTINGS = JobSettings.DEFAULTS
            .withTimes(Duration.ofMillis(2), Duration.ofMillis(200), Duration.ofDays(1))
            .withQueued(10_000, 10_000);

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    @TempDir
    Path folder;

    private final Semaphore pace = new Semaphore(0);
    private final AtomicReference<Instant> clock = new AtomicReference<>(JobReading.CREATED);
    private JobDatabase database;
    private FaultyStore store;
    private DurableJobs jobs;

    @BeforeEach
    void open() {
        database = JobDatabase.open("jdbc:sqlite:" + folder.resolve("jobs.db"), new BoundCipher());
        store = new FaultyStore(database.jobs());
        jobs = start();
    }

    private DurableJobs start() {
        InstantSource time = clock::get;
        return DurableJobs.start(
                store,
                new SeededInterpreter(),
                Map.of("tiny", ChainedModel.generator(pace::acquire)),
                SETTINGS,
                JobMeter.NONE,
                "here",
                time,
                System::nanoTime);
    }

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    @Test
    void what_is_not_in_the_store_is_neither_accepted_nor_told_and_goes_on_when_it_is_back()
            throws InterruptedException {
        JobRequest request = JobReading.request("resp_1", specification(1, 1, 300, 20));
        jobs.submit(request);
        pace.release(40);
        List<JobEvent> before = events(jobs, "resp_1", 10);
        store.become(FaultyStore.Fault.GONE);
        pace.release(100);
        awaitFailures(3);
        assertThatThrownBy(() -> jobs.submit(JobReading.request("resp_2", specification(2, 1, 30, 20))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> jobs.cancel(TENANT, "resp_1")).isInstanceOf(StoreUnavailableException.class);
        store.become(FaultyStore.Fault.NONE);
        pace.release(1000);
        List<JobEvent> events = allEvents(jobs, "resp_1", -1);
        assertThat(events.subList(0, before.size())).isEqualTo(before);
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
        assertTellsOnce(events, undisturbed(request));
        assertThat(jobs.get(TENANT, "resp_2")).isEmpty();
    }

    @Test
    void a_write_that_happened_without_being_confirmed_is_not_written_twice() throws InterruptedException {
        JobRequest request = JobReading.request("resp_1", specification(1, 1, 300, 20));
        jobs.submit(request);
        pace.release(40);
        events(jobs, "resp_1", 10);
        store.become(FaultyStore.Fault.DONE_BUT_NOT_SAID);
        pace.release(100);
        awaitFailures(3);
        store.become(FaultyStore.Fault.NONE);
        pace.release(1000);
        assertTellsOnce(allEvents(jobs, "resp_1", -1), undisturbed(request));
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
    }

    @Test
    void jobs_survive_a_store_that_fails_again_and_again() throws InterruptedException {
        long seed = 4;
        RandomGenerator random = CounterRandom.of(seed).sequence();
        List<JobRequest> requests = new ArrayList<>();
        for (int j = 0; j < 4; j++) {
            JobRequest request = JobReading.request("resp_" + j, specification(j, 1 + j % 2, 200, 20));
            jobs.submit(request);
            requests.add(request);
        }
        FaultyStore.Fault[] faults = {
            FaultyStore.Fault.NONE, FaultyStore.Fault.GONE, FaultyStore.Fault.DONE_BUT_NOT_SAID
        };
        for (int f = 0; f < 30; f++) {
            store.become(faults[random.nextInt(faults.length)]);
            pace.release(1 + random.nextInt(50));
            Thread.yield();
        }
        store.become(FaultyStore.Fault.NONE);
        pace.release(10_000);
        for (JobRequest request : requests) {
            List<JobEvent> events = allEvents(jobs, request.id(), -1);
            assertThat(jobs.get(TENANT, request.id()).orElseThrow().response())
                    .as("seed %d, %s", seed, request)
                    .isEqualTo(undisturbed(request));
            assertTellsOnce(events, undisturbed(request));
        }
    }

    @Test
    void a_job_that_was_added_without_being_said_does_not_run_beside_the_one_that_is_asked_for_again()
            throws InterruptedException {
        store.become(FaultyStore.Fault.DONE_BUT_NOT_SAID);
        assertThatThrownBy(() -> jobs.submit(JobReading.request("resp_1", specification(1, 1, 300, 20))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(database.jobs().find(TENANT, "resp_1")).isPresent();
        store.become(FaultyStore.Fault.NONE);
        JobRequest again = JobReading.request("resp_2", specification(1, 1, 300, 20));
        jobs.submit(again);
        pace.release(1000);
        assertTellsOnce(allEvents(jobs, "resp_2", -1), undisturbed(again));
        assertThat(database.jobs().find(TENANT, "resp_1")).isEmpty();
    }

    @Test
    void jobs_go_on_after_a_failure_that_nobody_foresaw() throws InterruptedException {
        JobRequest request = JobReading.request("resp_1", specification(1, 1, 300, 20));
        jobs.submit(request);
        pace.release(40);
        events(jobs, "resp_1", 10);
        store.become(FaultyStore.Fault.BROKEN);
        pace.release(100);
        awaitFailures(3);
        store.become(FaultyStore.Fault.NONE);
        pace.release(1000);
        assertTellsOnce(allEvents(jobs, "resp_1", -1), undisturbed(request));
    }

    @Test
    void samples_pause_while_nothing_can_be_written() throws InterruptedException {
        JobRequest request = JobReading.request("resp_1", specification(1, 1, 12_000, 20));
        jobs.submit(request);
        events(jobs, "resp_1", 3);
        store.become(FaultyStore.Fault.GONE);
        pace.release(20_000);
        awaitFailures(5);
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().progress().tokens())
                .as("tokens that wait in memory")
                .isLessThan(9_000);
        store.become(FaultyStore.Fault.NONE);
        assertTellsOnce(allEvents(jobs, "resp_1", -1), undisturbed(request));
    }

    @Test
    void a_clock_that_jumps_ends_and_deletes_nothing() throws InterruptedException {
        Instant deadline = JobReading.CREATED.plus(Duration.ofDays(2));
        JobRequest request = new JobRequest(
                "resp_1", TENANT, "tiny", JobReading.CREATED, specification(1, 1, 300, 20), 0, Optional.of(deadline));
        jobs.submit(request);
        pace.release(20);
        events(jobs, "resp_1", 20);
        clock.set(JobReading.CREATED.plus(Duration.ofDays(3650)));
        pace.release(20);
        events(jobs, "resp_1", 40);
        assertThat(jobs.now()).as("what deadlines count from").isBefore(JobReading.CREATED.plusSeconds(600));
        clock.set(JobReading.CREATED.minus(Duration.ofDays(3650)));
        assertThat(jobs.now()).isAfterOrEqualTo(JobReading.CREATED);
        pace.release(1000);
        assertTellsOnce(allEvents(jobs, "resp_1", -1), undisturbed(request));
        clock.set(JobReading.CREATED.plus(Duration.ofDays(3650)));
        JobRequest next = JobReading.request("resp_2", specification(2, 1, 30, 20));
        jobs.submit(next);
        assertTellsOnce(allEvents(jobs, "resp_2", -1), undisturbed(next));
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
    }

    @Test
    void a_full_disk_stops_jobs_and_not_the_server_and_when_there_is_room_they_go_on() throws InterruptedException {
        close();
        String url = "jdbc:sqlite:" + folder.resolve("small.db");
        JobRequest request = JobReading.request("resp_1", specification(1, 1, 3000, 20));
        try (JobDatabase small = JobDatabase.openSqlite(url, new BoundCipher(), Map.of("max_page_count", "40"))) {
            store = new FaultyStore(small.jobs());
            jobs = start();
            jobs.submit(request);
            List<String> others = new ArrayList<>();
            assertThatThrownBy(() -> {
                        while (others.size() < 5_000) {
                            String id = "resp_more_" + others.size();
                            pace.release(2);
                            jobs.submit(JobReading.request(id, specification(2, 1, 300, 20) + " padding".repeat(500)));
                            others.add(id);
                        }
                    })
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasRootCauseMessage(
                            "[SQLITE_FULL] Insertion failed because database is full (database or disk is full)");
            pace.release(1_000_000);
            assertThat(jobs.get(TENANT, "resp_1")).isPresent();
            others.forEach(id -> jobs.delete(TENANT, id));
            assertTellsOnce(allEvents(jobs, "resp_1", -1), undisturbed(request));
            jobs.close();
        }
        open();
    }

    @Test
    void another_process_that_locks_the_file_for_long_costs_time_only() throws Exception {
        close();
        String url = "jdbc:sqlite:" + folder.resolve("locked.db");
        JobRequest request = JobReading.request("resp_1", specification(1, 1, 300, 20));
        try (JobDatabase shared = JobDatabase.openSqlite(url, new BoundCipher(), Map.of("busy_timeout", "20"));
                Connection another = DriverManager.getConnection(url);
                Statement statement = another.createStatement()) {
            store = new FaultyStore(shared.jobs());
            jobs = start();
            jobs.submit(request);
            pace.release(40);
            List<JobEvent> before = events(jobs, "resp_1", 10);
            statement.execute("begin immediate");
            pace.release(100);
            assertThatThrownBy(() -> jobs.submit(JobReading.request("resp_2", specification(2, 1, 30, 20))))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(jobs.get(TENANT, "resp_1").orElseThrow().status()).isEqualTo(JobStatus.IN_PROGRESS);
            statement.execute("rollback");
            pace.release(1000);
            List<JobEvent> events = allEvents(jobs, "resp_1", -1);
            assertThat(events.subList(0, before.size())).isEqualTo(before);
            assertTellsOnce(events, undisturbed(request));
            jobs.close();
        }
        open();
    }

    @Test
    void a_file_that_cannot_be_written_is_refused_and_opened_once_it_can() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("locked.db");
        JobDatabase.open(url, new BoundCipher()).close();
        try (Connection another = DriverManager.getConnection(url);
                Statement statement = another.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> JobDatabase.openSqlite(url, new BoundCipher(), Map.of("busy_timeout", "20")))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("locked.db");
            statement.execute("rollback");
        }
        JobDatabase.open(url, new BoundCipher()).close();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("servers")
    void a_database_server_that_stops_and_starts_again_costs_time_only(Databases.Kind kind) throws Exception {
        Postgres server = DATABASES.server(kind);
        close();
        database = JobDatabase.open(server.schema(), new BoundCipher());
        store = new FaultyStore(database.jobs());
        jobs = start();
        JobRequest request = JobReading.request("resp_1", specification(1, 1, 300, 20));
        jobs.submit(request);
        pace.release(40);
        List<JobEvent> before = events(jobs, "resp_1", 10);
        JobEvents reading = jobs.events(TENANT, "resp_1", -1).orElseThrow();
        server.down();
        pace.release(100);
        assertThatThrownBy(() -> jobs.submit(JobReading.request("resp_2", specification(2, 1, 30, 20))))
                .isInstanceOf(StoreUnavailableException.class);
        server.up();
        pace.release(1000);
        List<JobEvent> events = JobReading.rest(reading);
        assertThat(events.subList(0, before.size())).isEqualTo(before);
        assertTellsOnce(events, undisturbed(request));
    }

    /** Servers of databases, where there are some; not in the default run, as it takes them long to start. */
    static Stream<Databases.Kind> servers() {
        return Databases.servers().filter(_ -> CrashTest.NIGHTLY);
    }

    private void awaitFailures(int count) {
        long until = System.nanoTime() + JobReading.PATIENCE.toNanos();
        while (store.failures() < count) {
            assertThat(System.nanoTime()).as("failures in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
