package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.jobs.JobReading.TENANT;
import static zeroone.server.jobs.JobReading.request;
import static zeroone.server.jobs.SeededInterpreter.specification;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedJobsTest {
    @TempDir
    Path folder;

    @Test
    void of_many_that_were_refused_the_newest_are_taken_out_of_the_store_and_no_others() {
        RefusedJobs refused = new RefusedJobs();
        try (JobDatabase database = JobDatabase.open("jdbc:sqlite:" + folder.resolve("jobs.db"), new BoundCipher())) {
            JobStore store = database.jobs();
            LogEntry first = LogEntry.after(0, -1, List.of(), List.of());
            for (String id : List.of("resp_0", "resp_1000", "resp_accepted")) {
                store.add(request(id, specification(1, 1, 1, 1)), first, 9, 9);
            }
            for (int j = 0; j <= 1000; j++) {
                refused.add(request("resp_" + j, specification(1, 1, 1, 1)));
            }
            for (int ticks = 0; ticks < 11; ticks++) {
                refused.forget(store);
            }
            assertThat(store.find(TENANT, "resp_1000")).isEmpty();
            assertThat(store.find(TENANT, "resp_accepted")).isPresent();
            assertThat(store.find(TENANT, "resp_0")).as("too long ago").isPresent();
        }
    }
}
