package zeroone.server.jobs;

import java.util.Optional;

/**
 * A job as the store knows it.
 *
 * @param entries of its log
 * @param outcome if and only if the status is terminal
 */
record StoredJob(JobRequest request, JobStatus status, long entries, long lastSequence, Optional<Outcome> outcome) {}
