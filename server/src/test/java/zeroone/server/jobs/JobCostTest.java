package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.jobs.JobReading.TENANT;
import static zeroone.server.jobs.JobReading.allEvents;
import static zeroone.server.jobs.JobReading.events;
import static zeroone.server.jobs.JobReading.request;
import static zeroone.server.jobs.SeededInterpreter.carrying;
import static zeroone.server.jobs.SeededInterpreter.specification;

import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import zeroone.text.generation.Completion;

/** What a job says that it has cost, and what is charged for it. */
class JobCostTest {
    @RegisterExtension
    final LocalJobs server = new LocalJobs();

    @Test
    void what_the_first_reading_of_a_prompt_found_is_kept_when_an_interruption_lets_it_be_read_again()
            throws InterruptedException {
        server.serve("tiny", new PromptReader(ChainedModel.generator(server.pace::acquire), 5));
        server.jobs().submit(request("resp_1", specification(7, 1, 40, 10)));
        server.pace.release(20);
        events(server.jobs(), "resp_1", 10);
        server.serve("tiny", new PromptReader(ChainedModel.generator(), 9));
        allEvents(server.jobs(), "resp_1", -1);
        assertThat(server.jobs().get(TENANT, "resp_1").orElseThrow().response()).endsWith(",\"cached\":5}");
    }

    @Test
    void a_prompt_that_was_not_read_before_an_interruption_costs_what_it_costs_then() throws InterruptedException {
        server.serve("tiny", new PromptReader(ChainedModel.generator(server.pace::acquire), 5));
        server.jobs().submit(request("resp_1", specification(7, 2, 40, 10)));
        events(server.jobs(), "resp_1", 3);
        server.serve("tiny", new PromptReader(ChainedModel.generator(), 9));
        allEvents(server.jobs(), "resp_1", -1);
        assertThat(server.jobs().get(TENANT, "resp_1").orElseThrow().response()).endsWith(",\"cached\":18}");
    }

    @Test
    void what_a_job_wrote_is_charged_once_whatever_interrupts_it() throws InterruptedException {
        server.serve("tiny", new PromptReader(ChainedModel.generator(ChainedModel.SLOW), 0));
        JobRequest request = request("resp_1", carrying(15, specification(7, 2, 1500, 20)));
        server.jobs().submit(request);
        for (int told = 20; told <= 60; told += 20) {
            events(server.jobs(), "resp_1", told);
            server.serve("tiny", new PromptReader(ChainedModel.generator(ChainedModel.SLOW), 9));
        }
        server.serve("tiny", new PromptReader(ChainedModel.generator(), 9));
        allEvents(server.jobs(), "resp_1", -1);
        List<Completion> undisturbed = ChainedModel.generator().generate(new SeededInterpreter().plan(request)).stream()
                .map(List::getFirst)
                .toList();
        assertThat(sum(JobCost::prompt))
                .as("read once, with the earlier thought")
                .isEqualTo(16);
        assertThat(sum(JobCost::cached)).isZero();
        assertThat(sum(JobCost::completion))
                .isEqualTo(undisturbed.stream()
                        .mapToInt(one -> one.tokens().length - 15)
                        .sum());
        assertThat(sum(JobCost::reasoning))
                .as("a thought and what ends it")
                .isEqualTo(undisturbed.stream()
                        .mapToInt(one -> one.thoughtLength() - 15 + 1)
                        .sum());
        assertThat(server.costs.stream().flatMap(cost -> cost.ended().stream())).hasSize(2);
    }

    private int sum(ToIntFunction<JobCost> part) {
        return server.costs.stream().mapToInt(part).sum();
    }
}
