package zeroone.server.jobs;

import java.util.Objects;

/**
 * A background response as it stands.
 *
 * @param response JSON of the response object
 * @param lastSequence of the newest event; -1 before the first
 */
public record Job(JobRequest request, JobStatus status, String response, long lastSequence, JobProgress progress) {
    public Job {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(progress, "progress");
    }
}
