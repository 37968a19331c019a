package zeroone.server.jobs;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A background response that somebody asked for: all that is needed to begin it, now or after a crash.
 *
 * @param id of the response, unguessable: {@code resp_…}
 * @param tenant whose it is; nobody else sees it
 * @param model name of the served model
 * @param createdAt by {@link BackgroundJobs#now}
 * @param specification JSON that only the {@link JobInterpreter} reads: the conversation, sampling, budget and seed, all
 *     resolved, so that it does not depend on the time or on other responses any more
 * @param priority among background jobs; greater goes first
 * @param deadline when it ends as incomplete at the latest
 */
public record JobRequest(
        String id,
        String tenant,
        String model,
        Instant createdAt,
        String specification,
        int priority,
        Optional<Instant> deadline) {
    public JobRequest {
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(specification, "specification");
        Objects.requireNonNull(deadline, "deadline");
        if (id.isBlank() || tenant.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("a job needs an id, a tenant and a model, none of them blank: '" + id
                    + "', '" + tenant + "', '" + model + "'");
        }
    }
}
