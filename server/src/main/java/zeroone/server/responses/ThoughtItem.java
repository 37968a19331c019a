package zeroone.server.responses;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;
import zeroone.server.thought.ThoughtVisibility;

/** The reasoning item of a response, from its first token to its last. Not thread-safe. */
final class ThoughtItem {
    private final EventLog log;
    private final ThoughtVisibility thoughts;
    private final int index;
    private final ObjectNode item;
    private final ArrayNode summary;
    private final StringBuilder whole = new StringBuilder();

    ThoughtItem(EventLog log, ThoughtVisibility thoughts, String responseId, int index) {
        this.log = log;
        this.thoughts = thoughts;
        this.index = index;
        this.item = Json.object()
                .put("type", "reasoning")
                .put("id", "rs_" + responseId.substring(responseId.indexOf('_') + 1))
                .put("status", "in_progress");
        this.summary = item.putArray("summary");
    }

    void begin() {
        log.add(
                "response.output_item.added",
                Json.object().put("output_index", index).set("item", item));
    }

    /** Parts of the thought that may be shown. */
    void add(List<String> parts) {
        for (String part : parts) {
            if (thoughts == ThoughtVisibility.SUMMARY) {
                line(part);
            } else {
                whole.append(part);
                log.add("response.reasoning_text.delta", at("content_index", 0).put("delta", part));
            }
        }
    }

    private void line(String text) {
        int part = summary.size();
        ObjectNode empty = Json.object().put("type", "summary_text").put("text", "");
        ObjectNode full = Json.object().put("type", "summary_text").put("text", text);
        log.add(
                "response.reasoning_summary_part.added",
                at("summary_index", part).set("part", empty));
        log.add(
                "response.reasoning_summary_text.delta",
                at("summary_index", part).put("delta", text));
        log.add(
                "response.reasoning_summary_text.done",
                at("summary_index", part).put("text", text));
        log.add(
                "response.reasoning_summary_part.done",
                at("summary_index", part).set("part", full));
        summary.add(full);
    }

    /**
     * The thought is over.
     *
     * @param encrypted the thought, sealed, if the client wants it
     */
    void end(String status, Optional<String> encrypted) {
        if (whole.length() > 0) {
            log.add("response.reasoning_text.done", at("content_index", 0).put("text", whole.toString()));
            item.putArray("content").addObject().put("type", "reasoning_text").put("text", whole.toString());
        }
        encrypted.ifPresent(content -> item.put("encrypted_content", content));
        item.put("status", status);
        log.add(
                "response.output_item.done",
                Json.object().put("output_index", index).set("item", item));
    }

    private ObjectNode at(String part, int number) {
        return Json.object()
                .put("item_id", item.path("id").asString())
                .put("output_index", index)
                .put(part, number);
    }

    ObjectNode json() {
        return item.deepCopy();
    }
}
