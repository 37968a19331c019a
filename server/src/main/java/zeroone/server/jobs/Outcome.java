package zeroone.server.jobs;

/**
 * How a job ended.
 *
 * @param response JSON of the finished response object
 */
record Outcome(JobStatus status, String response, JobProgress progress) {
    Outcome {
        if (!status.terminal()) {
            throw new IllegalArgumentException("a job does not end with the status " + status);
        }
    }
}
