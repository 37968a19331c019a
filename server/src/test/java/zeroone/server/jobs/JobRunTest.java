package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static zeroone.server.jobs.JobReading.CREATED;
import static zeroone.server.jobs.JobReading.request;
import static zeroone.server.jobs.SeededInterpreter.specification;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRunTest {
    @TempDir
    Path folder;

    @Test
    void a_run_whose_end_is_written_does_not_say_any_more_that_it_runs() {
        try (JobDatabase database = JobDatabase.open("jdbc:sqlite:" + folder.resolve("jobs.db"), new BoundCipher())) {
            JobStore store = database.jobs();
            LogEntry first = LogEntry.after(0, -1, List.of(), List.of());
            store.add(request("resp_1", specification(1, 1, 40, 10)), first, 9, 9);
            Lease lease = store.claim("here", Set.of("tiny"), 9, CREATED).orElseThrow();
            JobRun run = new JobRun(lease, LocalJobs.SETTINGS, () -> {});
            run.start(new SeededInterpreter(), JobMeter.NONE, store, Optional.empty(), CREATED);
            assertThat(run.job()).isPresent();
            run.cancel();
            Checkpoint last = run.draft(CREATED).orElseThrow();
            assertThat(run.kept(last, CREATED)).isTrue();
            assertThat(run.job()).isEmpty();
        }
    }
}
