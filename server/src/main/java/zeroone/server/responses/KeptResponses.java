package zeroone.server.responses;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.Json;
import zeroone.server.http.Quoted;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.Services;
import zeroone.server.jobs.BackgroundJobs;
import zeroone.server.jobs.Job;
import zeroone.server.jobs.JobEvents;
import zeroone.server.jobs.JobProgress;
import zeroone.text.Message;
import zeroone.text.Role;

/** {@code /v1/responses/{id}} and what is below it. */
public record KeptResponses(Services services, ResponseServices responses) {
    /** The response as it stands, or its events from a place on. */
    public void get(Exchange exchange, Caller caller) throws IOException, InterruptedException {
        String id = exchange.pathParameter("id");
        boolean encrypted = exchange.query("include")
                .or(() -> exchange.query("include[]"))
                .filter(ResponsePlan.ENCRYPTED::equals)
                .isPresent();
        ResponseView view = new ResponseView(caller.thoughts(), encrypted);
        int after =
                exchange.queryInteger("starting_after", -1, Integer.MAX_VALUE).orElse(-1);
        if (exchange.queryFlag("stream")) {
            Optional<JobEvents> events = responses.jobs().flatMap(jobs -> jobs.events(caller.tenant(), id, after));
            if (events.isEmpty() && responses.find(caller.tenant(), id).isPresent()) {
                throw ApiException.invalid("stream", "only background responses can be streamed again");
            }
            try (JobEvents open = events.orElseThrow(() -> unknown(id))) {
                EventReplay.send(exchange, open, view, services.keepAlive());
            }
            return;
        }
        ResponseServices.Known known = responses.find(caller.tenant(), id).orElseThrow(() -> unknown(id));
        ObjectNode body = view.of(known.response());
        known.progress().ifPresent(progress -> body.withObject("zeroone").set("progress", progress(progress)));
        exchange.reply(200, body);
    }

    public void delete(Exchange exchange, Caller caller) throws IOException {
        String id = exchange.pathParameter("id");
        boolean deleted =
                responses.jobs().map(jobs -> jobs.delete(caller.tenant(), id)).orElse(false)
                        || responses.store().delete(caller.tenant(), id);
        if (!deleted) {
            throw unknown(id);
        }
        exchange.reply(
                200, Json.object().put("id", id).put("object", "response").put("deleted", true));
    }

    /** Ends a background response; asked twice, it answers the same. A running foreground one ends as well. */
    public void cancel(Exchange exchange, Caller caller) throws IOException {
        steer(exchange, caller, (jobs, id) -> jobs.cancel(caller.tenant(), id), LiveReply::cancel, "cancelled");
    }

    /** Ends the thought of a response, which goes on with its answer. */
    public void answerNow(Exchange exchange, Caller caller) throws IOException {
        steer(exchange, caller, (jobs, id) -> jobs.answerNow(caller.tenant(), id), LiveReply::answerNow, "in_progress");
    }

    private interface OfJob {
        Optional<Job> apply(BackgroundJobs jobs, String id);
    }

    private interface OfReply {
        void apply(LiveReply reply);
    }

    private void steer(Exchange exchange, Caller caller, OfJob ofJob, OfReply ofReply, String status)
            throws IOException {
        String id = exchange.pathParameter("id");
        Optional<Job> job = responses.jobs().flatMap(jobs -> ofJob.apply(jobs, id));
        if (job.isPresent()) {
            exchange.reply(
                    200, new ResponseView(caller.thoughts(), false).of(job.get().response()));
            return;
        }
        Optional<LiveReply> running = services.inference().running().of(caller.tenant(), id);
        if (running.isEmpty()) {
            if (responses.find(caller.tenant(), id).isPresent()) {
                throw ApiException.malformed("not_running", "this response has ended, and ran in the foreground");
            }
            throw unknown(id);
        }
        ofReply.apply(running.get());
        exchange.reply(
                200, Json.object().put("id", id).put("object", "response").put("status", status));
    }

    /** What the response was asked about. */
    public void inputItems(Exchange exchange, Caller caller) throws IOException {
        String id = exchange.pathParameter("id");
        Specification specification = responses
                .find(caller.tenant(), id)
                .orElseThrow(() -> unknown(id))
                .specification();
        ObjectNode body = Json.object().put("object", "list");
        ArrayNode data = body.putArray("data");
        int index = 0;
        for (Message message : specification.input()) {
            ObjectNode item = data.addObject()
                    .put("type", "message")
                    .put("id", "msg_" + index++ + id.substring(id.indexOf('_')))
                    .put("status", "completed")
                    .put("role", message.role().name().toLowerCase(Locale.ROOT));
            String type = message.role() == Role.ASSISTANT ? "output_text" : "input_text";
            ObjectNode part =
                    item.putArray("content").addObject().put("type", type).put("text", message.content());
            if (message.role() == Role.ASSISTANT) {
                part.putArray("annotations");
                part.putArray("logprobs");
            }
        }
        body.put("first_id", data.isEmpty() ? "" : data.get(0).path("id").asString());
        body.put(
                "last_id",
                data.isEmpty() ? "" : data.get(data.size() - 1).path("id").asString());
        exchange.reply(200, body.put("has_more", false));
    }

    private static ObjectNode progress(JobProgress progress) {
        return Json.object()
                .put("tokens", progress.tokens())
                .put("thought_tokens", progress.thoughtTokens())
                .put("samples_finished", progress.samplesFinished())
                .put("samples", progress.samples())
                .put("best_answer", progress.bestAnswer().orElse(null))
                .put("votes", progress.votes());
    }

    private static ApiException unknown(String id) {
        return ApiException.refused(
                404,
                "response_not_found",
                "there is no response '" + Quoted.of(id) + "' of yours; it may be too old, or store was false");
    }
}
