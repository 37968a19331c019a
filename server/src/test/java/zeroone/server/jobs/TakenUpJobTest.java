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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.generation.Completion;
import zeroone.text.generation.Generation;
import zeroone.text.generation.GenerationListener;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.generation.TokenListener;

/** Jobs that are taken up where another server left them, or after their model failed. */
class TakenUpJobTest {
    @RegisterExtension
    final LocalJobs server = new LocalJobs();

    @Test
    void after_a_restart_each_sample_goes_on_from_its_last_token() throws InterruptedException {
        JobRequest request = request("resp_1", specification(3, 3, 1500, 20));
        server.restart(ChainedModel.SLOW);
        server.jobs().submit(request);
        List<JobEvent> before = events(server.jobs(), "resp_1", 10);
        for (int restarts = 0; restarts < 3; restarts++) {
            server.restart(ChainedModel.SLOW);
            List<JobEvent> now = events(server.jobs(), "resp_1", before.size() + 50);
            assertThat(now.subList(0, before.size())).isEqualTo(before);
            before = now;
        }
        server.restart(ScriptedGenerator.Pace.AT_ONCE);
        List<JobEvent> events = allEvents(server.jobs(), "resp_1", -1);
        Job ended = server.jobs().get(TENANT, "resp_1").orElseThrow();
        assertThat(server.model().requests())
                .hasSize(3)
                .allMatch(asked -> asked.resumed().length() > 0);
        assertThat(ended.response()).isEqualTo(undisturbed(request));
        assertTellsOnce(events, ended.response());
    }

    @Test
    void a_sample_that_had_ended_before_a_restart_is_not_asked_for_again() throws InterruptedException {
        JobRequest request = request("resp_1", specification(3, 1, 5, 5) + " ");
        server.pace.release(10);
        server.jobs().submit(request);
        allEvents(server.jobs(), "resp_1", -1);
        server.restart();
        assertThat(server.jobs().get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
        assertThat(server.model().requests()).isEmpty();
    }

    @Test
    void resumed_requests_differ_from_the_plan_only_in_what_there_is() throws InterruptedException {
        JobRequest request = request("resp_1", specification(3, 1, 100, 20));
        server.jobs().submit(request);
        server.pace.release(30);
        events(server.jobs(), "resp_1", 20);
        server.restart();
        server.pace.release(30);
        events(server.jobs(), "resp_1", 40);
        GenerationRequest planned = new SeededInterpreter().plan(request).getFirst();
        server.jobs().close();
        GenerationRequest asked = server.model().requests().getFirst();
        assertThat(asked.random()).isEqualTo(planned.random());
        assertThat(asked.budget()).isEqualTo(planned.budget());
        assertThat(asked.resumed().length()).isBetween(17, 30);
    }

    @Test
    void a_model_that_fails_is_tried_again_from_the_last_token() throws InterruptedException {
        int[] left = {30};
        ScriptedGenerator model = ChainedModel.generator(() -> {
            synchronized (left) {
                if (left[0]-- == 0) {
                    throw new IllegalStateException("out of memory");
                }
            }
        });
        server.serve("tiny", model);
        JobRequest request = request("resp_1", specification(5, 2, 40, 10));
        server.jobs().submit(request);
        List<JobEvent> events = allEvents(server.jobs(), "resp_1", -1);
        assertThat(server.jobs().get(TENANT, "resp_1").orElseThrow().response()).isEqualTo(undisturbed(request));
        assertTellsOnce(events, undisturbed(request));
        assertThat(model.requests()).hasSizeGreaterThan(2);
    }

    @Test
    void samples_that_the_model_cancels_as_it_goes_away_are_not_taken_for_finished() throws InterruptedException {
        ScriptedGenerator again = ChainedModel.generator();
        server.serve("tiny", new StreamingGenerator() {
            @Override
            public Generation submit(GenerationRequest asked, TokenListener listener) {
                if (!server.model().requests().isEmpty()) {
                    return again.submit(asked, listener);
                }
                Generation generation = server.model().submit(asked, listener);
                generation.cancel();
                server.pace.release(1);
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
        server.jobs().submit(request);
        assertTellsOnce(allEvents(server.jobs(), "resp_1", -1), undisturbed(request));
        assertThat(again.requests()).hasSize(1);
    }

    @Test
    void a_model_that_always_fails_fails_the_job_without_its_inner_message() throws InterruptedException {
        server.restart(LocalJobs.SETTINGS.withAttempts(1));
        server.serve("tiny", ChainedModel.generator(() -> {
            throw new IllegalStateException("secret of the inside");
        }));
        server.jobs().submit(request("resp_1", specification(5, 2, 40, 10)));
        JobEvent last = allEvents(server.jobs(), "resp_1", -1).getLast();
        assertThat(last.type()).isEqualTo("response.failed");
        assertThat(last.data()).doesNotContain("secret");
    }

    @Test
    void a_thought_that_goes_on_from_an_earlier_one_is_taken_up_with_it() throws InterruptedException {
        JobRequest request = request("resp_1", carrying(15, specification(7, 2, 600, 10)));
        server.restart(ChainedModel.SLOW);
        server.jobs().submit(request);
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
