package zeroone.server.chat;

import java.io.IOException;
import java.time.Duration;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.PatientReply;

/** Sends a chat completion when all of it is there. */
record ChatBody(ChatRequest asked, ChatJson json, ChatSamples samples, Duration keepAlive) {
    void send(Exchange exchange) throws IOException, InterruptedException {
        PatientReply reply = new PatientReply(exchange);
        long alive = System.nanoTime();
        try {
            while (!samples.done()) {
                samples.poll(keepAlive);
                // Tokens tell nothing to a client that waits for the whole.
                if (System.nanoTime() - alive >= keepAlive.toNanos()) {
                    reply.keepAlive();
                    alive = System.nanoTime();
                }
            }
            reply.end(json.body(samples.chosen(), samples.chosenCompletions(), samples.usage(), samples.vendor()));
        } catch (ApiException error) {
            reply.end(error);
        }
    }
}
