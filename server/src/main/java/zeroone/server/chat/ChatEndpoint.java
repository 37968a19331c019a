package zeroone.server.chat;

import java.io.IOException;
import zeroone.server.auth.Caller;
import zeroone.server.http.Exchange;
import zeroone.server.http.Silence;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.Services;
import zeroone.server.route.Endpoint;
import zeroone.text.generation.GenerationRequest;
import zeroone.text.generation.Priority;

/** {@code POST /v1/chat/completions}. */
public final class ChatEndpoint implements Endpoint {
    private final Services services;

    public ChatEndpoint(Services services) {
        this.services = services;
    }

    @Override
    public void answer(Exchange exchange, Caller caller) throws IOException, InterruptedException {
        ChatRequest asked =
                ChatRequest.read(exchange.body(), services.models(), caller, services.random(), services.strict());
        if (!asked.ignored().isEmpty()) {
            exchange.header(
                    "x-zeroone-ignored-fields",
                    String.join(",", asked.ignored()).replaceAll("[^\\w,.-]", "?"));
        }
        int samples = asked.choices() * asked.settings().strategy().samples();
        GenerationRequest request = asked.settings()
                .request(asked.model(), asked.prompt(), samples, Priority.INTERACTIVE, caller.tenant(), new int[0]);
        String id = services.id("chatcmpl");
        ChatJson json = new ChatJson(
                id,
                services.clock().instant().getEpochSecond(),
                asked.model(),
                services.reasoningField(),
                asked.thoughts(),
                asked.logProbs());
        exchange.header("x-zeroone-reply-id", id);
        try (LiveReply reply = services.inference().open(caller, id, asked.model(), request, 0)) {
            ChatSamples read = new ChatSamples(asked, reply, request.budget().thought(), services);
            Silence silence = new Silence(services.keepAlive(), services.nanoTime());
            if (asked.stream()) {
                new ChatStream(asked, json, read, silence, services.keepAlive()).send(exchange);
            } else {
                new ChatBody(asked, json, read, silence, services.keepAlive()).send(exchange);
            }
        }
    }
}
