package zeroone.server.info;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.Json;
import zeroone.server.inference.Inference;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.Models;
import zeroone.server.inference.ServedModel;

/** {@code /health}, {@code /metrics}, {@code /version}, and what steers a running reply. */
public record StatusEndpoints(Inference inference, Models models, String version) {
    /** Alive and taking work. */
    public void health(Exchange exchange, Caller caller) throws IOException {
        if (inference.stopping()) {
            throw ApiException.unavailable("the server is stopping", Duration.ofSeconds(5));
        }
        exchange.reply(200, Json.object().put("status", "ok"));
    }

    public void metrics(Exchange exchange, Caller caller) throws IOException {
        exchange.reply(
                "text/plain; version=0.0.4; charset=utf-8",
                inference
                        .metrics()
                        .text(models.all().stream()
                                .collect(Collectors.toMap(
                                        ServedModel::name,
                                        model -> model.generator().keyValueCacheUse()))));
    }

    public void version(Exchange exchange, Caller caller) throws IOException {
        exchange.reply(200, Json.object().put("version", version));
    }

    /** Ends the thought of a running reply, which goes on with its answer. */
    public void answerNow(Exchange exchange, Caller caller) throws IOException {
        LiveReply reply = running(exchange, caller);
        reply.answerNow();
        exchange.reply(200, steered(exchange, "answering"));
    }

    /** Ends a running reply with what it has. */
    public void cancel(Exchange exchange, Caller caller) throws IOException {
        running(exchange, caller).cancel();
        exchange.reply(200, steered(exchange, "cancelled"));
    }

    private LiveReply running(Exchange exchange, Caller caller) {
        return inference
                .running()
                .of(caller.tenant(), exchange.pathParameter("id"))
                .orElseThrow(() -> ApiException.refused(
                        404, "not_found", "no running reply of yours has this id; it may have ended"));
    }

    private static ObjectNode steered(Exchange exchange, String status) {
        return Json.object().put("id", exchange.pathParameter("id")).put("status", status);
    }
}
