package zeroone.server.jobs;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ends a job that cannot even be told any more. */
final class LastResort {
    private static final String MESSAGE = "the response could not be continued by this server";

    private LastResort() {}

    static Checkpoint checkpoint(Lease lease) {
        JsonMapper json = JsonMapper.shared();
        ObjectNode response = json.createObjectNode()
                .put("id", lease.id())
                .put("object", "response")
                .put("created_at", lease.request().createdAt().getEpochSecond())
                .put("model", lease.request().model())
                .put("status", JobStatus.FAILED.wire())
                .put("background", true);
        response.putObject("error").put("code", "server_error").put("message", MESSAGE);
        response.putArray("output");
        long sequence = lease.lastSequence() + 1;
        ObjectNode data = json.createObjectNode().put("type", "response.failed").put("sequence_number", sequence);
        data.set("response", response);
        JobEvent event = new JobEvent(sequence, "response.failed", data.toString());
        LogEntry entry = LogEntry.after(lease.entries(), lease.lastSequence(), List.of(), List.of(event));
        JobProgress progress = new JobProgress(0, 0, 0, 0, Optional.empty(), 0);
        return new Checkpoint(
                lease, Optional.of(entry), Optional.of(new Outcome(JobStatus.FAILED, response.toString(), progress)));
    }
}
