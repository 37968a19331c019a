package zeroone.server.info;

import java.io.IOException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.Exchange;
import zeroone.server.http.Json;
import zeroone.server.inference.Models;
import zeroone.server.inference.ServedModel;

/** {@code GET /v1/models} and {@code GET /v1/models/{model}}. */
public record ModelEndpoints(Models models) {
    public void list(Exchange exchange, Caller caller) throws IOException {
        ObjectNode body = Json.object().put("object", "list");
        ArrayNode data = body.putArray("data");
        models.of(caller).forEach(model -> data.add(json(model)));
        exchange.reply(200, body);
    }

    public void get(Exchange exchange, Caller caller) throws IOException {
        exchange.reply(200, json(models.named(exchange.pathParameter("model"), caller)));
    }

    private static ObjectNode json(ServedModel model) {
        return Json.object()
                .put("id", model.name())
                .put("object", "model")
                .put("created", model.created().getEpochSecond())
                .put("owned_by", "zeroone")
                .put("max_model_len", model.generator().contextLength());
    }
}
