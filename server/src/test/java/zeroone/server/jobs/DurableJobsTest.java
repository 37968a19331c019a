package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import zeroone.text.generation.Priority;

class DurableJobsTest {
    @RegisterExtension
    final LocalJobs server = new LocalJobs();

    @Test
    void how_a_job_of_a_model_served_elsewhere_stands_is_refused_with_the_reason() {
        server.jobs().submit(request("resp_1", specification(7, 1, 40, 10)));
        server.serve("other", server.model());
        assertThatThrownBy(() -> server.jobs().get(TENANT, "resp_1"))
                .isInstanceOf(ModelNotServedException.class)
                .hasMessageContaining("tiny");
        assertThat(server.jobs().delete(TENANT, "resp_1")).isTrue();
    }

    @Test
    void a_job_is_queued_runs_and_tells_every_token_once() throws InterruptedException {
        JobRequest request = request("resp_1", specification(7, 1, 40, 10));
        Job queued = server.jobs().submit(request);
        assertThat(queued.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(queued.lastSequence()).as("created, queued").isEqualTo(1);
        server.pace.release(20);
        events(server.jobs(), "resp_1", 23);
        Job running = server.jobs().get(TENANT, "resp_1").orElseThrow();
        assertThat(running.status()).isEqualTo(JobStatus.IN_PROGRESS);
        assertThat(running.progress().tokens()).isEqualTo(20);
        server.pace.release(1000);
        List<JobEvent> events = allEvents(server.jobs(), "resp_1", -1);
        Job ended = server.jobs().get(TENANT, "resp_1").orElseThrow();
        assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(ended.response()).isEqualTo(undisturbed(request));
        assertThat(ended.lastSequence()).isEqualTo(events.getLast().sequence());
        assertThat(ended.progress().tokens()).isEqualTo(50);
        assertTellsOnce(events, ended.response());
    }

    @Test
    void jobs_run_behind_whoever_waits_for_an_answer() throws InterruptedException {
        server.pace.release(1000);
        server.jobs().submit(request("resp_1", specification(7, 2, 4, 4)));
        allEvents(server.jobs(), "resp_1", -1);
        assertThat(server.model().requests())
                .extracting(asked -> asked.options().priority())
                .containsExactly(Priority.BATCH, Priority.BATCH);
    }

    @Test
    void a_stream_goes_on_after_any_sequence_number() throws InterruptedException {
        server.pace.release(1000);
        server.jobs().submit(request("resp_1", specification(7, 1, 40, 10)));
        List<JobEvent> all = allEvents(server.jobs(), "resp_1", -1);
        for (int after = -1; after < all.size(); after++) {
            assertThat(allEvents(server.jobs(), "resp_1", after)).isEqualTo(all.subList(after + 1, all.size()));
        }
    }

    @Test
    void another_tenant_sees_nothing_and_stops_nothing() throws InterruptedException {
        JobRequest request = request("resp_1", specification(7, 1, 40, 10));
        server.jobs().submit(request);
        server.pace.release(10);
        events(server.jobs(), "resp_1", 5);
        assertThat(server.jobs().get("bob", "resp_1")).isEmpty();
        assertThat(server.jobs().cancel("bob", "resp_1")).isEmpty();
        assertThat(server.jobs().answerNow("bob", "resp_1")).isEmpty();
        assertThat(server.jobs().events("bob", "resp_1", -1)).isEmpty();
        assertThat(server.jobs().delete("bob", "resp_1")).isFalse();
        server.pace.release(1000);
        allEvents(server.jobs(), "resp_1", -1);
        assertThat(server.jobs().get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
    }

    @Test
    void nothing_that_was_asked_thought_or_answered_can_be_read_in_the_file() throws Exception {
        server.pace.release(1000);
        JobRequest request = request("resp_1", specification(987654321, 1, 40, 10));
        server.jobs().submit(request);
        String text = deltas(allEvents(server.jobs(), "resp_1", -1));
        server.close();
        try (var files = Files.list(server.folder())) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(text.substring(0, 8), text.substring(42), "987654321", "delta");
            }
        }
        server.restart();
    }

    @Test
    void a_second_server_cannot_use_the_same_file() {
        assertThatThrownBy(() -> JobDatabase.open(server.url(), new BoundCipher()))
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
}
