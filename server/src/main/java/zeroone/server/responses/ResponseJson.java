package zeroone.server.responses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;
import zeroone.server.inference.Contest;
import zeroone.server.inference.Usage;
import zeroone.server.jobs.JobStatus;

/** The response object of a plan: every field that clients require is always there. */
record ResponseJson(ResponsePlan plan) {
    /** What is known at the end. */
    record End(
            JobStatus status,
            Optional<Instant> completed,
            Optional<Usage> usage,
            Optional<String> incompleteReason,
            Optional<String> error,
            Optional<Contest.Outcome> outcome,
            boolean thinkingForced) {
        static End open(JobStatus status) {
            return new End(
                    status,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
    }

    ObjectNode response(End end, List<ObjectNode> output) {
        Specification specification = plan.specification();
        ObjectNode node = Json.object()
                .put("id", specification.id())
                .put("object", "response")
                .put("created_at", specification.created().getEpochSecond())
                .put("status", end.status().wire())
                .put("background", flag("background", false));
        if (end.error().isPresent()) {
            node.putObject("error")
                    .put("code", "server_error")
                    .put("message", end.error().get());
        } else {
            node.putNull("error");
        }
        if (end.incompleteReason().isPresent()) {
            node.putObject("incomplete_details")
                    .put("reason", end.incompleteReason().get());
        } else {
            node.putNull("incomplete_details");
        }
        end.completed()
                .ifPresentOrElse(
                        at -> node.put("completed_at", at.getEpochSecond()), () -> node.putNull("completed_at"));
        echo(node, "instructions");
        echo(node, "max_output_tokens");
        node.put("model", plan.model().name());
        ArrayNode items = node.putArray("output");
        output.forEach(items::add);
        node.put("parallel_tool_calls", true);
        echo(node, "previous_response_id");
        ObjectNode reasoning = node.putObject("reasoning");
        reasoning.put("effort", plan.settings().thinking().effort().wire());
        reasoning.set(
                "summary",
                plan.echo("reasoning")
                        .map(r -> r.get("summary"))
                        .orElse(Json.object().nullNode()));
        node.put("store", flag("store", true));
        node.put("temperature", plan.settings().sampling().temperature());
        node.set("text", text());
        node.put("tool_choice", "auto").putArray("tools");
        node.put("top_p", plan.settings().sampling().topP());
        node.put("truncation", "disabled");
        end.usage().ifPresentOrElse(usage -> node.set("usage", usage(usage)), () -> node.putNull("usage"));
        echo(node, "user");
        node.set("metadata", plan.echo("metadata").orElseGet(Json::object));
        node.set("zeroone", vendor(end));
        return node;
    }

    private ObjectNode vendor(End end) {
        ObjectNode node = Json.object()
                .put("seed", plan.settings().seed())
                .put("thinking_budget", plan.together().budget().thought() - plan.carried().length)
                .put("thinking_forced", end.thinkingForced())
                .put("strategy", plan.settings().strategy().wire())
                .put("samples", plan.settings().strategy().samples());
        end.outcome()
                .ifPresent(won -> node.put("samples_finished", won.finished())
                        .put("votes", won.votes())
                        .put("stop_reason", won.reason()));
        return node;
    }

    private JsonNode text() {
        ObjectNode text = Json.object();
        Optional<JsonNode> format = plan.echo("text").map(t -> t.get("format"));
        if (format.isPresent()) {
            text.set("format", format.get());
        } else {
            text.putObject("format").put("type", "text");
        }
        return text;
    }

    private boolean flag(String field, boolean otherwise) {
        return plan.echo(field).map(JsonNode::booleanValue).orElse(otherwise);
    }

    private void echo(ObjectNode node, String field) {
        plan.echo(field).ifPresentOrElse(value -> node.set(field, value), () -> node.putNull(field));
    }

    static ObjectNode usage(Usage usage) {
        ObjectNode node = Json.object().put("input_tokens", usage.prompt());
        node.putObject("input_tokens_details")
                .put("cached_tokens", usage.cached())
                .put("cache_write_tokens", 0);
        node.put("output_tokens", usage.completion());
        node.putObject("output_tokens_details").put("reasoning_tokens", usage.reasoning());
        return node.put("total_tokens", usage.total());
    }
}
