package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.jobs.JobReading.TENANT;
import static zeroone.server.jobs.JobReading.allEvents;
import static zeroone.server.jobs.JobReading.assertTellsOnce;
import static zeroone.server.jobs.JobReading.events;
import static zeroone.server.jobs.JobReading.request;
import static zeroone.server.jobs.SeededInterpreter.carrying;
import static zeroone.server.jobs.SeededInterpreter.specification;
import static zeroone.server.jobs.SeededInterpreter.undisturbed;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.GenerationRequest;

/** Jobs that a server takes up where another one left them. */
class TakenUpJobTest {
    @TempDir
    Path folder;

    private LocalJobs server;

    @BeforeEach
    void start() {
        server = new LocalJobs(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_thought_that_goes_on_from_an_earlier_one_is_taken_up_with_it() throws InterruptedException {
        JobRequest request = request("resp_1", carrying(15, specification(7, 2, 60, 10)));
        server.jobs().submit(request);
        server.pace.release(20);
        List<JobEvent> before = events(server.jobs(), "resp_1", 8);
        assertThat(server.model().requests()).allMatch(asked -> asked.resumed().length() == 15);
        server.restart(ScriptedGenerator.Pace.AT_ONCE);
        List<JobEvent> events = allEvents(server.jobs(), "resp_1", -1);
        assertThat(server.model().requests())
                .allMatch(asked -> asked.resumed().length() >= 15)
                .anyMatch(asked -> asked.resumed().length() > 15);
        assertThat(events.subList(0, before.size())).isEqualTo(before);
        assertTellsOnce(events, undisturbed(request));
        assertThat(server.jobs().get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
    }

    @Test
    void a_job_that_a_server_cannot_read_as_it_is_set_up_waits_and_is_not_a_failure_of_who_asks_for_it()
            throws InterruptedException {
        JobRequest request = request("resp_1", specification(7, 1, 60, 10));
        server.jobs().submit(request);
        server.pace.release(20);
        events(server.jobs(), "resp_1", 8);
        server.serve(new JobInterpreter() {
            @Override
            public List<GenerationRequest> plan(JobRequest job) {
                throw new IllegalArgumentException("the context is too short for it now");
            }

            @Override
            public JobNarrator narrator(JobRequest job) {
                throw new IllegalArgumentException("the context is too short for it now");
            }
        });
        Job waiting = server.jobs().get(TENANT, "resp_1").orElseThrow();
        assertThat(waiting.status()).isEqualTo(JobStatus.IN_PROGRESS);
        assertThat(waiting.response()).contains("resp_1", "in_progress").doesNotContain("too short");
        server.restart(ScriptedGenerator.Pace.AT_ONCE);
        server.serve(new SeededInterpreter());
        assertTellsOnce(allEvents(server.jobs(), "resp_1", -1), undisturbed(request));
    }
}
