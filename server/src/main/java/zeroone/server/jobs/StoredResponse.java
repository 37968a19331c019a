package zeroone.server.jobs;

import java.time.Instant;
import java.util.Objects;

/**
 * A response that is kept because its client did not say {@code store: false}.
 *
 * @param specification JSON of what was asked, resolved, with the conversation: what a follow-up continues from
 * @param response JSON of the response object; no thought is in it that its owner may not see, except encrypted
 */
public record StoredResponse(String id, String tenant, Instant createdAt, String specification, String response) {
    public StoredResponse {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(specification, "specification");
        Objects.requireNonNull(response, "response");
    }
}
