package zeroone.server.responses;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.inference.Effort;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.ServedModel;
import zeroone.server.inference.Services;
import zeroone.server.inference.SettingsReader;
import zeroone.server.jobs.Job;
import zeroone.server.jobs.JobEvents;
import zeroone.server.jobs.JobRequest;
import zeroone.server.jobs.JobsFullException;
import zeroone.server.route.Endpoint;

/** {@code POST /v1/responses}. */
public final class CreateResponse implements Endpoint {
    private static final int LONGEST_SECONDS = 30 * 24 * 3600;

    private final Services services;
    private final ResponseServices responses;

    public CreateResponse(Services services, ResponseServices responses) {
        this.services = services;
        this.responses = responses;
    }

    @Override
    public void answer(Exchange exchange, Caller caller) throws IOException, InterruptedException {
        ObjectNode body = exchange.body();
        Fields fields = Fields.of(body);
        boolean background = fields.flag("background", false);
        boolean stream = fields.flag("stream", false);
        boolean store = fields.flag("store", true);
        ResponsePlan plan = plan(services, responses, services.id("resp"), body, caller);
        ResponseView view = new ResponseView(plan.thoughts(), plan.encrypted());
        exchange.header("x-zeroone-reply-id", plan.specification().id());
        if (background) {
            if (!store) {
                throw ApiException.invalid("store", "background needs store to be true: its reply is read later");
            }
            background(exchange, plan, view, fields, stream);
            return;
        }
        try (LiveReply reply = services.inference()
                .open(caller, plan.specification().id(), plan.model(), plan.together(), plan.carried().length)) {
            LiveResponse live = new LiveResponse(
                    services, plan, reply, view, store ? Optional.of(responses.store()) : Optional.empty());
            if (stream) {
                live.stream(exchange);
            } else {
                live.whole(exchange);
            }
        }
    }

    /** Reads a body, resolves what it refers to, and checks that it can be met. */
    static ResponsePlan plan(Services services, ResponseServices responses, String id, ObjectNode body, Caller caller) {
        Fields fields = Fields.of(body);
        ServedModel model = services.models().named(fields.requiredString("model"), caller);
        ResponseInput input = ResponseInput.read(fields, caller, responses);
        ObjectNode resolved = body.deepCopy();
        resolved.remove("input");
        if (fields.wide("seed", Long.MIN_VALUE, Long.MAX_VALUE).isEmpty()) {
            resolved.put("seed", services.random().nextLong());
        }
        resolveEffort(resolved, fields, model);
        Specification specification = Specification.of(
                id, services.clock().instant(), resolved, input.history(), input.input(), input.carried(), caller);
        return ResponsePlan.of(specification, model, responses.sealer());
    }

    /** What an effort means is the table of the operator now, also for a job that goes on after the table was changed. */
    private static void resolveEffort(ObjectNode resolved, Fields fields, ServedModel model) {
        if (fields.node(SettingsReader.THINKING_BUDGET).isEmpty()) {
            Effort effort = fields.object("reasoning")
                    .flatMap(reasoning -> reasoning.choice("effort", Effort.words()))
                    .map(Effort::of)
                    .orElse(Effort.DEFAULT);
            resolved.put(
                    SettingsReader.THINKING_BUDGET,
                    Math.min(SettingsReader.MOST_TOKENS, model.efforts().tokens(effort)));
        }
    }

    private void background(Exchange exchange, ResponsePlan plan, ResponseView view, Fields fields, boolean stream)
            throws IOException, InterruptedException {
        Optional<Fields> vendor = fields.object("zeroone");
        Specification specification = plan.specification();
        OptionalInt seconds = vendor.map(v -> v.integer("deadline_seconds", 1, LONGEST_SECONDS))
                .orElse(OptionalInt.empty());
        Instant now = responses.background().now();
        Optional<Instant> deadline =
                seconds.isPresent() ? Optional.of(now.plusSeconds(seconds.getAsInt())) : Optional.empty();
        JobRequest request = new JobRequest(
                specification.id(),
                specification.tenant(),
                plan.model().name(),
                now,
                specification.json(),
                vendor.map(v -> v.integer("priority", 0, 9))
                        .orElse(OptionalInt.empty())
                        .orElse(5),
                deadline);
        Job job;
        try {
            job = responses.background().submit(request);
        } catch (JobsFullException full) {
            throw ApiException.tooMany("requests", String.valueOf(full.getMessage()), full.retryAfter());
        }
        if (!stream) {
            exchange.reply(200, view.of(job.response()));
            return;
        }
        try (JobEvents events = responses
                .background()
                .events(request.tenant(), request.id(), -1)
                .orElseThrow(() -> ApiException.failed("the job that was just made is gone"))) {
            EventReplay.send(exchange, events, view, keepAlive());
        }
    }

    private Duration keepAlive() {
        return services.keepAlive();
    }

    /** {@code POST /v1/responses/input_tokens}: what a request would read. */
    public void inputTokens(Exchange exchange, Caller caller) throws IOException {
        ResponsePlan plan = plan(services, responses, services.id("resp"), exchange.body(), caller);
        exchange.reply(
                200,
                Json.object()
                        .put("object", "response.input_tokens")
                        .put("input_tokens", plan.prompt().length + plan.carried().length));
    }
}
