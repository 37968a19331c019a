package zeroone.server.responses;

import java.util.Objects;
import java.util.Optional;
import zeroone.server.feedback.Feedback;
import zeroone.server.http.ApiException;
import zeroone.server.inference.Conversation;
import zeroone.server.jobs.BackgroundJobs;
import zeroone.server.jobs.JobProgress;
import zeroone.server.jobs.ResponseStore;
import zeroone.server.thought.SealedThought;

/**
 * What responses need besides what every endpoint needs.
 *
 * @param jobs runs what goes on without its client; a server can be without
 */
public record ResponseServices(SealedThought sealer, ResponseStore store, Optional<BackgroundJobs> jobs) {
    public ResponseServices {
        Objects.requireNonNull(sealer, "sealer");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(jobs, "jobs");
    }

    /**
     * @throws ApiException if this server runs nothing in the background
     */
    BackgroundJobs background() {
        return jobs.orElseThrow(() -> ApiException.invalid(
                "background",
                "unsupported_parameter",
                "this server runs nothing in the background; start it with a job store, or leave background out"));
    }

    /** A response of this tenant as it was asked for and as it stands. */
    Optional<Known> find(String tenant, String id) {
        Optional<Known> job = jobs.flatMap(all -> all.get(tenant, id))
                .map(found -> new Known(
                        Specification.parse(found.request().specification()),
                        found.response(),
                        Optional.of(found.progress())));
        return job.or(() -> store.get(tenant, id)
                .map(found ->
                        new Known(Specification.parse(found.specification()), found.response(), Optional.empty())));
    }

    /** The question and the answer of a response of this tenant. */
    public Optional<Feedback.Exchanged> exchanged(String tenant, String id) {
        return find(tenant, id)
                .map(known -> new Feedback.Exchanged(
                        Conversation.question(known.specification().conversation()),
                        ResponseInput.answer(known.response()).orElse("")));
    }

    /** @param progress of a background response */
    record Known(Specification specification, String response, Optional<JobProgress> progress) {}
}
