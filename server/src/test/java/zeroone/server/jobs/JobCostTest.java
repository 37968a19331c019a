package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.jobs.JobReading.TENANT;
import static zeroone.server.jobs.JobReading.allEvents;
import static zeroone.server.jobs.JobReading.events;
import static zeroone.server.jobs.JobReading.request;
import static zeroone.server.jobs.SeededInterpreter.specification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a job says that its prompt has cost. */
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
}
