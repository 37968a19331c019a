package zeroone.server.responses;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;
import zeroone.server.jobs.JobEvent;
import zeroone.server.thought.ThoughtVisibility;

/**
 * What one reader sees of a response that was made for another key of the same tenant, or is read again: never more of the
 * thought than its own key may.
 *
 * @param encrypted whether it wants sealed thoughts
 */
record ResponseView(ThoughtVisibility thoughts, boolean encrypted) {
    /** The event as this reader sees it; empty if it does not. */
    Optional<JobEvent> of(JobEvent event) {
        if (event.type().startsWith("response.reasoning_text.") && thoughts != ThoughtVisibility.VISIBLE) {
            return Optional.empty();
        }
        if (event.type().startsWith("response.reasoning_summary") && thoughts == ThoughtVisibility.HIDDEN) {
            return Optional.empty();
        }
        if (event.type().endsWith(".delta")) {
            return Optional.of(event);
        }
        ObjectNode data = Json.parse(event.data());
        restrict(data.path("item"));
        restrictResponse(data.path("response"));
        return Optional.of(new JobEvent(event.sequence(), event.type(), Json.write(data)));
    }

    /** The response object as this reader sees it. */
    ObjectNode of(String response) {
        ObjectNode node = Json.parse(response);
        restrictResponse(node);
        return node;
    }

    private void restrictResponse(JsonNode response) {
        response.path("output").forEach(this::restrict);
    }

    private void restrict(JsonNode item) {
        if (item instanceof ObjectNode node && node.path("type").asString("").equals("reasoning")) {
            if (!encrypted) {
                node.remove("encrypted_content");
            }
            if (thoughts != ThoughtVisibility.VISIBLE) {
                node.remove("content");
            }
            if (thoughts == ThoughtVisibility.HIDDEN) {
                node.putArray("summary");
            }
        }
    }
}
