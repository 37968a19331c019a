package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeroone.server.jobs.JobReading.CREATED;
import static zeroone.server.jobs.JobReading.TENANT;
import static zeroone.server.jobs.JobReading.allEvents;
import static zeroone.server.jobs.JobReading.assertTellsOnce;
import static zeroone.server.jobs.JobReading.deltas;
import static zeroone.server.jobs.JobReading.events;
import static zeroone.server.jobs.JobReading.request;
import static zeroone.server.jobs.SeededInterpreter.specification;
import static zeroone.server.jobs.SeededInterpreter.undisturbed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenListener;

class DurableJobsTest {
    private static final JobSettings SETTINGS =
            JobSettings.DEFAULTS.withTimes(Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofDays(1));

    @TempDir
    Path folder;

    private final Semaphore pace = new Semaphore(0, true);
    private ScriptedGenerator model = ChainedModel.generator(pace::acquire);
    private JobSettings settings = SETTINGS;
    private JobDatabase database;
    private DurableJobs jobs;

    @BeforeEach
    void open() {
        database = JobDatabase.open("jdbc:sqlite:" + folder.resolve("jobs.db"), new BoundCipher());
        jobs = start(model);
    }

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    private DurableJobs start(StreamingGenerator generator) {
        return DurableJobs.start(
                database,
                new SeededInterpreter(),
                Map.of("tiny", generator),
                settings,
                "here",
                InstantSource.fixed(CREATED),
                System::nanoTime);
    }

    @Test
    void how_a_job_of_a_model_served_elsewhere_stands_is_refused_with_the_reason() {
        jobs.submit(request("resp_1", specification(7, 1, 40, 10)));
        jobs.close();
        jobs = DurableJobs.start(
                database,
                new SeededInterpreter(),
                Map.of("other", model),
                settings,
                "there",
                InstantSource.fixed(CREATED),
                System::nanoTime);
        assertThatThrownBy(() -> jobs.get(TENANT, "resp_1"))
                .isInstanceOf(ModelNotServedException.class)
                .hasMessageContaining("tiny");
        assertThat(jobs.delete(TENANT, "resp_1")).isTrue();
    }

    private void restart() {
        pace.drainPermits();
        restart(pace::acquire);
    }

    private void restart(ScriptedGenerator.Pace speed) {
        close();
        model = ChainedModel.generator(speed);
        open();
    }

    @Test
    void a_job_is_queued_runs_and_tells_every_token_once() throws InterruptedException {
        JobRequest request = request("resp_1", specification(7, 1, 40, 10));
        Job queued = jobs.submit(request);
        assertThat(queued.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(queued.lastSequence()).as("created, queued").isEqualTo(1);
        pace.release(20);
        events(jobs, "resp_1", 23);
        Job running = jobs.get(TENANT, "resp_1").orElseThrow();
        assertThat(running.status()).isEqualTo(JobStatus.IN_PROGRESS);
        assertThat(running.progress().tokens()).isEqualTo(20);
        pace.release(1000);
        List<JobEvent> events = allEvents(jobs, "resp_1", -1);
        Job ended = jobs.get(TENANT, "resp_1").orElseThrow();
        assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(ended.response()).isEqualTo(undisturbed(request));
        assertThat(ended.lastSequence()).isEqualTo(events.getLast().sequence());
        assertThat(ended.progress().tokens()).isEqualTo(50);
        assertTellsOnce(events, ended.response());
    }

    @Test
    void jobs_run_behind_whoever_waits_for_an_answer() throws InterruptedException {
        pace.release(1000);
        jobs.submit(request("resp_1", specification(7, 2, 4, 4)));
        allEvents(jobs, "resp_1", -1);
        assertThat(model.requests())
                .extracting(asked -> asked.options().priority())
                .containsExactly(Priority.BATCH, Priority.BATCH);
    }

    @Test
    void a_stream_goes_on_after_any_sequence_number() throws InterruptedException {
        pace.release(1000);
        jobs.submit(request("resp_1", specification(7, 1, 40, 10)));
        List<JobEvent> all = allEvents(jobs, "resp_1", -1);
        for (int after = -1; after < all.size(); after++) {
            assertThat(allEvents(jobs, "resp_1", after)).isEqualTo(all.subList(after + 1, all.size()));
        }
    }

    @Test
    void after_a_restart_each_sample_goes_on_from_its_last_token() throws InterruptedException {
        ScriptedGenerator.Pace slow = () -> LockSupport.parkNanos(300_000);
        JobRequest request = request("resp_1", specification(3, 3, 1500, 20));
        restart(slow);
        jobs.submit(request);
        List<JobEvent> before = events(jobs, "resp_1", 10);
        for (int restarts = 0; restarts < 3; restarts++) {
            restart(slow);
            List<JobEvent> now = events(jobs, "resp_1", before.size() + 50);
            assertThat(now.subList(0, before.size())).isEqualTo(before);
            before = now;
        }
        restart(ScriptedGenerator.Pace.AT_ONCE);
        List<JobEvent> events = allEvents(jobs, "resp_1", -1);
        Job ended = jobs.get(TENANT, "resp_1").orElseThrow();
        assertThat(model.requests())
                .hasSize(3)
                .allMatch(asked -> asked.resumed().length() > 0);
        assertThat(ended.response()).isEqualTo(undisturbed(request));
        assertTellsOnce(events, ended.response());
    }

    @Test
    void a_sample_that_had_ended_before_a_restart_is_not_asked_for_again() throws InterruptedException {
        JobRequest request = request("resp_1", specification(3, 1, 5, 5) + " ");
        pace.release(10);
        jobs.submit(request);
        allEvents(jobs, "resp_1", -1);
        restart();
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void a_queued_job_can_be_cancelled() throws InterruptedException {
        settings = SETTINGS.withRunning(1, 1);
        restart();
        jobs.submit(request("resp_1", specification(1, 1, 40, 10)));
        events(jobs, "resp_1", 3);
        jobs.submit(request("resp_2", specification(2, 1, 40, 10)));
        Job cancelled = jobs.cancel(TENANT, "resp_2").orElseThrow();
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertTellsOnce(allEvents(jobs, "resp_2", -1), cancelled.response());
        pace.release(1000);
        allEvents(jobs, "resp_1", -1);
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void a_cancelled_job_keeps_what_it_wrote_and_answers_the_same_twice() throws InterruptedException {
        jobs.submit(request("resp_1", specification(1, 1, 400, 10)));
        pace.release(20);
        events(jobs, "resp_1", 23);
        Job cancelled = jobs.cancel(TENANT, "resp_1").orElseThrow();
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.progress().tokens()).isEqualTo(20);
        pace.release(1000);
        assertThat(jobs.cancel(TENANT, "resp_1")).contains(cancelled);
        assertThat(jobs.get(TENANT, "resp_1")).contains(cancelled);
        assertTellsOnce(allEvents(jobs, "resp_1", -1), cancelled.response());
        restart();
        assertThat(jobs.get(TENANT, "resp_1")).contains(cancelled);
    }

    @Test
    void the_answer_now_ends_the_thought_also_across_a_restart() throws InterruptedException {
        jobs.submit(request("resp_1", specification(1, 1, 400, 10)));
        pace.release(20);
        events(jobs, "resp_1", 23);
        jobs.answerNow(TENANT, "resp_1");
        restart();
        pace.release(10);
        events(jobs, "resp_1", 30);
        pace.release(1000);
        String text = deltas(allEvents(jobs, "resp_1", -1));
        assertThat(text.indexOf('|')).isBetween(20, 100);
        assertThat(text).endsWith(".");
    }

    @Test
    void a_job_past_its_deadline_ends_as_incomplete_and_was_told_to_answer_before() throws InterruptedException {
        JobRequest late = new JobRequest(
                "resp_1",
                TENANT,
                "tiny",
                CREATED.minusSeconds(5),
                specification(1, 1, 40, 10),
                0,
                Optional.of(CREATED));
        jobs.submit(late);
        List<JobEvent> events = allEvents(jobs, "resp_1", -1);
        assertThat(events.getLast().type()).isEqualTo("response.incomplete");
        JobRequest soon = new JobRequest(
                "resp_2",
                TENANT,
                "tiny",
                CREATED.minusSeconds(99 * 60),
                specification(1, 1, 400, 10),
                0,
                Optional.of(CREATED.plusSeconds(25)));
        pace.release(20);
        jobs.submit(soon);
        events(jobs, "resp_2", 10);
        pace.release(1000);
        events = allEvents(jobs, "resp_2", -1);
        assertThat(events.getLast().type()).isEqualTo("response.completed");
        assertThat(deltas(events).indexOf('|')).isLessThan(30);
    }

    @Test
    void what_can_never_run_fails_with_the_reason() throws InterruptedException {
        jobs.submit(request("resp_1", specification(1, 1, 2_000_000, 10)));
        assertThat(allEvents(jobs, "resp_1", -1).getLast().data()).contains("do not fit into a context of");
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().status()).isEqualTo(JobStatus.FAILED);
        jobs.submit(request("resp_2", specification(1, 1, -3, 10)));
        assertThat(allEvents(jobs, "resp_2", -1).getLast().data()).contains("must not be negative: -3");
        assertThatThrownBy(() -> jobs.submit(new JobRequest(
                        "resp_3", TENANT, "huge", CREATED, specification(1, 1, 1, 1), 0, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no model 'huge'; there are [tiny]");
    }

    @Test
    void a_model_that_fails_is_tried_again_from_the_last_token() throws InterruptedException {
        jobs.close();
        int[] left = {30};
        model = ChainedModel.generator(() -> {
            synchronized (left) {
                if (left[0]-- == 0) {
                    throw new IllegalStateException("out of memory");
                }
            }
        });
        jobs = start(model);
        JobRequest request = request("resp_1", specification(5, 2, 40, 10));
        jobs.submit(request);
        List<JobEvent> events = allEvents(jobs, "resp_1", -1);
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
        assertTellsOnce(events, undisturbed(request));
        assertThat(model.requests()).hasSizeGreaterThan(2);
    }

    @Test
    void samples_that_the_model_cancels_as_it_goes_away_are_not_taken_for_finished() throws InterruptedException {
        jobs.close();
        ScriptedGenerator again = ChainedModel.generator();
        jobs = start(new StreamingGenerator() {
            @Override
            public Generation submit(GenerationRequest asked, TokenListener listener) {
                if (!model.requests().isEmpty()) {
                    return again.submit(asked, listener);
                }
                Generation generation = model.submit(asked, listener);
                generation.cancel();
                pace.release(1);
                return generation;
            }

            @Override
            public List<List<Completion>> generate(List<GenerationRequest> batch, GenerationListener listener) {
                return again.generate(batch, listener);
            }

            @Override
            public int contextLength() {
                return again.contextLength();
            }
        });
        JobRequest request = request("resp_1", specification(5, 1, 40, 10));
        jobs.submit(request);
        assertTellsOnce(allEvents(jobs, "resp_1", -1), undisturbed(request));
        assertThat(again.requests()).hasSize(1);
    }

    @Test
    void a_model_that_always_fails_fails_the_job_without_its_inner_message() throws InterruptedException {
        close();
        settings = SETTINGS.withAttempts(1);
        open();
        jobs.close();
        jobs = start(ChainedModel.generator(() -> {
            throw new IllegalStateException("secret of the inside");
        }));
        jobs.submit(request("resp_1", specification(5, 2, 40, 10)));
        JobEvent last = allEvents(jobs, "resp_1", -1).getLast();
        assertThat(last.type()).isEqualTo("response.failed");
        assertThat(last.data()).doesNotContain("secret");
    }

    @Test
    void a_deleted_job_stops_and_is_gone() throws InterruptedException {
        jobs.submit(request("resp_1", specification(1, 1, 400, 10)));
        pace.release(20);
        try (JobEvents reading = jobs.events(TENANT, "resp_1", -1).orElseThrow()) {
            for (int e = 0; e < 23; e++) {
                assertThat(reading.poll(JobReading.PATIENCE)).isPresent();
            }
            assertThat(jobs.delete(TENANT, "resp_1")).isTrue();
            assertThat(reading.poll(JobReading.PATIENCE)).isEmpty();
            assertThat(reading.done()).isTrue();
        }
        assertThat(jobs.delete(TENANT, "resp_1")).isFalse();
        assertThat(jobs.get(TENANT, "resp_1")).isEmpty();
        assertThat(jobs.events(TENANT, "resp_1", -1)).isEmpty();
    }

    @Test
    void another_tenant_sees_nothing_and_stops_nothing() throws InterruptedException {
        JobRequest request = request("resp_1", specification(7, 1, 40, 10));
        jobs.submit(request);
        pace.release(10);
        events(jobs, "resp_1", 5);
        assertThat(jobs.get("bob", "resp_1")).isEmpty();
        assertThat(jobs.cancel("bob", "resp_1")).isEmpty();
        assertThat(jobs.answerNow("bob", "resp_1")).isEmpty();
        assertThat(jobs.events("bob", "resp_1", -1)).isEmpty();
        assertThat(jobs.delete("bob", "resp_1")).isFalse();
        pace.release(1000);
        allEvents(jobs, "resp_1", -1);
        assertThat(jobs.get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
    }

    @Test
    void nothing_that_was_asked_thought_or_answered_can_be_read_in_the_file() throws Exception {
        pace.release(1000);
        JobRequest request = request("resp_1", specification(987654321, 1, 40, 10));
        jobs.submit(request);
        String text = deltas(allEvents(jobs, "resp_1", -1));
        close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(text.substring(0, 8), text.substring(42), "987654321", "delta");
            }
        }
        open();
    }

    @Test
    void a_second_server_cannot_use_the_same_file() {
        assertThatThrownBy(() -> JobDatabase.open("jdbc:sqlite:" + folder.resolve("jobs.db"), new BoundCipher()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another server uses the store");
    }

    @Test
    void only_addresses_of_stores_that_outlive_the_process_are_accepted() {
        assertThatThrownBy(() -> JobDatabase.open("jdbc:sqlite::memory:", new BoundCipher()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outlives the process");
        assertThatThrownBy(() -> JobDatabase.open("jdbc:mysql://u:geheim@host/x?password=geheim", new BoundCipher()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:mysql")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void a_plan_of_no_samples_ends_at_once() throws InterruptedException {
        jobs.submit(request("resp_1", specification(1, 0, 4, 4)));
        assertThat(allEvents(jobs, "resp_1", -1).getLast().type()).isEqualTo("response.completed");
    }

    @Test
    void resumed_requests_differ_from_the_plan_only_in_what_there_is() throws InterruptedException {
        JobRequest request = request("resp_1", specification(3, 1, 100, 20));
        jobs.submit(request);
        pace.release(30);
        events(jobs, "resp_1", 20);
        restart();
        pace.release(30);
        events(jobs, "resp_1", 40);
        GenerationRequest planned = new SeededInterpreter().plan(request).getFirst();
        jobs.close();
        GenerationRequest asked = model.requests().getFirst();
        assertThat(asked.random()).isEqualTo(planned.random());
        assertThat(asked.budget()).isEqualTo(planned.budget());
        assertThat(asked.resumed().length()).isBetween(17, 30);
    }
}
