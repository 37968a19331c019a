package zeroone.server.responses;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;
import zeroone.server.inference.LogProbJson;
import zeroone.server.inference.TokenLogProb;
import zeroone.text.Tokenizer;

/** The message of a response, from its first token to its last. Not thread-safe. */
final class MessageItem {
    private final EventLog log;
    private final Tokenizer tokenizer;
    private final boolean logProbs;
    private final int index;
    private final String id;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode tokens = Json.object().putArray("logprobs");
    private String status = "in_progress";

    MessageItem(EventLog log, Tokenizer tokenizer, boolean logProbs, String responseId, int index) {
        this.log = log;
        this.tokenizer = tokenizer;
        this.logProbs = logProbs;
        this.index = index;
        this.id = "msg_" + responseId.substring(responseId.indexOf('_') + 1);
    }

    void begin() {
        ObjectNode empty = item();
        empty.putArray("content");
        log.add(
                "response.output_item.added",
                Json.object().put("output_index", index).set("item", empty));
        log.add("response.content_part.added", at().set("part", part()));
    }

    void add(String delta, List<TokenLogProb> more) {
        text.append(delta);
        ObjectNode event = at().put("delta", delta);
        ArrayNode fresh = event.putArray("logprobs");
        if (logProbs) {
            LogProbJson.write(more, tokenizer, fresh);
            LogProbJson.write(more, tokenizer, tokens);
        }
        log.add("response.output_text.delta", event);
    }

    void end(String how) {
        status = how;
        ObjectNode done = at().put("text", text.toString());
        done.set("logprobs", tokens.deepCopy());
        log.add("response.output_text.done", done);
        log.add("response.content_part.done", at().set("part", part()));
        log.add(
                "response.output_item.done",
                Json.object().put("output_index", index).set("item", json()));
    }

    private ObjectNode at() {
        return Json.object().put("item_id", id).put("output_index", index).put("content_index", 0);
    }

    private ObjectNode item() {
        return Json.object()
                .put("type", "message")
                .put("id", id)
                .put("status", status)
                .put("role", "assistant");
    }

    private ObjectNode part() {
        ObjectNode part = Json.object().put("type", "output_text").put("text", text.toString());
        part.putArray("annotations");
        part.set("logprobs", tokens.deepCopy());
        return part;
    }

    ObjectNode json() {
        ObjectNode item = item();
        item.putArray("content").add(part());
        return item;
    }
}
