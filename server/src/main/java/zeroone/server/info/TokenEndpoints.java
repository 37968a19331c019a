package zeroone.server.info;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.inference.Conversation;
import zeroone.server.inference.Models;
import zeroone.server.inference.ServedModel;

/** {@code POST /tokenize}, {@code POST /detokenize} and {@code GET /tokenizer_info}, as vLLM has them. */
public record TokenEndpoints(Models models) {
    private static final int MOST_TOKENS = 1_000_000;

    /** The ids of a text or of a conversation. No special token comes out of a text. */
    public void tokenize(Exchange exchange, Caller caller) throws IOException {
        Fields fields = Fields.of(exchange.body());
        ServedModel model = models.choose(fields.string("model"), caller);
        int[] ids = fields.has("messages")
                ? model.prompt(Conversation.read(fields, "messages"))
                : model.encode("prompt", fields.requiredString("prompt"));
        ObjectNode body = Json.object()
                .put("count", ids.length)
                .put("max_model_len", model.generator().contextLength());
        ArrayNode tokens = body.putArray("tokens");
        for (int id : ids) {
            tokens.add(id);
        }
        exchange.reply(200, body);
    }

    public void detokenize(Exchange exchange, Caller caller) throws IOException {
        Fields fields = Fields.of(exchange.body());
        ServedModel model = models.choose(fields.string("model"), caller);
        if (!fields.has("tokens")) {
            throw fields.missing("tokens");
        }
        List<JsonNode> tokens = fields.array("tokens", MOST_TOKENS);
        int size = model.tokenizer().vocabularySize();
        int[] ids = new int[tokens.size()];
        for (int i = 0; i < ids.length; i++) {
            JsonNode token = tokens.get(i);
            if (!token.isIntegralNumber()
                    || !token.canConvertToInt()
                    || token.intValue() < 0
                    || token.intValue() >= size) {
                throw ApiException.invalid(
                        "tokens[" + i + "]", "tokens[" + i + "] must be a token id in [0, " + size + ")");
            }
            ids[i] = token.intValue();
        }
        exchange.reply(200, Json.object().put("prompt", model.tokenizer().decode(ids)));
    }

    /** What lm-evaluation-harness wants to know of a tokenizer that it cannot load. */
    public void info(Exchange exchange, Caller caller) throws IOException {
        ServedModel model = models.choose(exchange.query("model"), caller);
        var reserved = model.tokenizer().reserved();
        exchange.reply(
                200,
                Json.object()
                        .put("eos_token", name(model, reserved.endOfTurn()))
                        .putNull("bos_token")
                        .put("pad_token", name(model, reserved.padding()))
                        .put("chat_template", model.chatTemplate())
                        .put("vocab_size", model.tokenizer().vocabularySize())
                        .put("max_model_len", model.generator().contextLength()));
    }

    private static String name(ServedModel model, int id) {
        return Optional.ofNullable(model.specialTokens().get(id)).orElse("");
    }
}
