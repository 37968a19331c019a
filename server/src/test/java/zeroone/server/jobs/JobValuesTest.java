package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobValuesTest {
    @Test
    void a_job_that_runs_is_not_over() {
        assertThat(JobStatus.IN_PROGRESS.terminal()).isFalse();
        assertThat(JobStatus.CANCELLED.terminal()).isTrue();
        assertThat(JobStatus.IN_PROGRESS.wire()).isEqualTo("in_progress");
    }

    @Test
    void a_job_belongs_to_somebody() {
        assertThatThrownBy(() -> new JobRequest("resp_1", " ", "tiny", Instant.EPOCH, "{}", 0, Optional.empty()))
                .hasMessageContaining("tenant");
    }

    @Test
    void no_more_votes_than_samples() {
        assertThatThrownBy(() -> new JobProgress(10, 5, 1, 4, Optional.of("42"), 2))
                .hasMessageContaining("2 votes");
    }
}
