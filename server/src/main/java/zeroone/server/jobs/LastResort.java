package zeroone.server.jobs;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells of a job, or ends it, where its specification does not say any more how. */
final class LastResort {
    private static final String MESSAGE = "the response could not be continued by this server";

    private static final JobProgress UNKNOWN = new JobProgress(0, 0, 0, 0, Optional.empty(), 0);

    private LastResort() {}

    static Checkpoint checkpoint(Lease lease) {
        ObjectNode response = response(lease.request(), JobStatus.FAILED);
        response.putObject("error").put("code", "server_error").put("message", MESSAGE);
        long sequence = lease.lastSequence() + 1;
        ObjectNode data = JsonMapper.shared()
                .createObjectNode()
                .put("type", "response.failed")
                .put("sequence_number", sequence);
        data.set("response", response);
        JobEvent event = new JobEvent(sequence, "response.failed", data.toString());
        LogEntry entry = LogEntry.after(lease.entries(), lease.lastSequence(), List.of(), List.of(event));
        return new Checkpoint(
                lease, Optional.of(entry), Optional.of(new Outcome(JobStatus.FAILED, response.toString(), UNKNOWN)));
    }

    /** A job that waits to be tried again. */
    static Job job(StoredJob job, JobStatus status) {
        ObjectNode response = response(job.request(), status).putNull("error");
        return new Job(job.request(), status, response.toString(), job.lastSequence(), UNKNOWN);
    }

    private static ObjectNode response(JobRequest request, JobStatus status) {
        ObjectNode response = JsonMapper.shared()
                .createObjectNode()
                .put("id", request.id())
                .put("object", "response")
                .put("created_at", request.createdAt().getEpochSecond())
                .put("model", request.model())
                .put("status", status.wire())
                .put("background", true);
        response.putArray("output");
        return response;
    }
}
