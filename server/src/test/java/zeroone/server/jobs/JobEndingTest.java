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

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a job ends: by itself, by its owner, by its time, or because it cannot be. */
class JobEndingTest {
    @RegisterExtension
    final LocalJobs server = new LocalJobs();

    @Test
    void a_queued_job_can_be_cancelled() throws InterruptedException {
        server.restart(LocalJobs.SETTINGS.withRunning(1, 1));
        server.jobs().submit(request("resp_1", specification(1, 1, 40, 10)));
        events(server.jobs(), "resp_1", 3);
        server.jobs().submit(request("resp_2", specification(2, 1, 40, 10)));
        Job cancelled = server.jobs().cancel(TENANT, "resp_2").orElseThrow();
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertTellsOnce(allEvents(server.jobs(), "resp_2", -1), cancelled.response());
        server.pace.release(1000);
        allEvents(server.jobs(), "resp_1", -1);
        assertThat(server.model().requests()).hasSize(1);
    }

    @Test
    void a_cancelled_job_keeps_what_it_wrote_and_answers_the_same_twice() throws InterruptedException {
        server.jobs().submit(request("resp_1", specification(1, 1, 400, 10)));
        server.pace.release(20);
        events(server.jobs(), "resp_1", 23);
        Job cancelled = server.jobs().cancel(TENANT, "resp_1").orElseThrow();
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.progress().tokens()).isEqualTo(20);
        server.pace.release(1000);
        assertThat(server.jobs().cancel(TENANT, "resp_1")).contains(cancelled);
        assertThat(server.jobs().get(TENANT, "resp_1")).contains(cancelled);
        assertTellsOnce(allEvents(server.jobs(), "resp_1", -1), cancelled.response());
        server.restart();
        assertThat(server.jobs().get(TENANT, "resp_1")).contains(cancelled);
    }

    @Test
    void the_answer_now_ends_the_thought_also_across_a_restart() throws InterruptedException {
        server.jobs().submit(request("resp_1", specification(1, 1, 400, 10)));
        server.pace.release(20);
        events(server.jobs(), "resp_1", 23);
        server.jobs().answerNow(TENANT, "resp_1");
        server.restart();
        server.pace.release(10);
        events(server.jobs(), "resp_1", 30);
        server.pace.release(1000);
        String text = deltas(allEvents(server.jobs(), "resp_1", -1));
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
        server.jobs().submit(late);
        List<JobEvent> events = allEvents(server.jobs(), "resp_1", -1);
        assertThat(events.getLast().type()).isEqualTo("response.incomplete");
        JobRequest soon = new JobRequest(
                "resp_2",
                TENANT,
                "tiny",
                CREATED.minusSeconds(99 * 60),
                specification(1, 1, 400, 10),
                0,
                Optional.of(CREATED.plusSeconds(25)));
        server.pace.release(20);
        server.jobs().submit(soon);
        events(server.jobs(), "resp_2", 10);
        server.pace.release(1000);
        events = allEvents(server.jobs(), "resp_2", -1);
        assertThat(events.getLast().type()).isEqualTo("response.completed");
        assertThat(deltas(events).indexOf('|')).isLessThan(30);
    }

    @Test
    void what_can_never_run_fails_with_the_reason() throws InterruptedException {
        server.jobs().submit(request("resp_1", specification(1, 1, 2_000_000, 10)));
        assertThat(allEvents(server.jobs(), "resp_1", -1).getLast().data()).contains("do not fit into a context of");
        assertThat(server.jobs().get(TENANT, "resp_1").orElseThrow().status()).isEqualTo(JobStatus.FAILED);
        server.jobs().submit(request("resp_2", specification(1, 1, -3, 10)));
        assertThat(allEvents(server.jobs(), "resp_2", -1).getLast().data()).contains("must not be negative: -3");
        assertThatThrownBy(() -> server.jobs()
                        .submit(new JobRequest(
                                "resp_3", TENANT, "huge", CREATED, specification(1, 1, 1, 1), 0, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no model 'huge'; there are [tiny]");
    }

    @Test
    void a_deleted_job_stops_and_is_gone() throws InterruptedException {
        server.jobs().submit(request("resp_1", specification(1, 1, 400, 10)));
        server.pace.release(20);
        try (JobEvents reading = server.jobs().events(TENANT, "resp_1", -1).orElseThrow()) {
            for (int e = 0; e < 23; e++) {
                assertThat(reading.poll(JobReading.PATIENCE)).isPresent();
            }
            assertThat(server.jobs().delete(TENANT, "resp_1")).isTrue();
            assertThat(reading.poll(JobReading.PATIENCE)).isEmpty();
            assertThat(reading.done()).isTrue();
        }
        assertThat(server.jobs().delete(TENANT, "resp_1")).isFalse();
        assertThat(server.jobs().get(TENANT, "resp_1")).isEmpty();
        assertThat(server.jobs().events(TENANT, "resp_1", -1)).isEmpty();
    }

    @Test
    void a_plan_of_no_samples_ends_at_once() throws InterruptedException {
        server.jobs().submit(request("resp_1", specification(1, 0, 4, 4)));
        assertThat(allEvents(server.jobs(), "resp_1", -1).getLast().type()).isEqualTo("response.completed");
    }
}
