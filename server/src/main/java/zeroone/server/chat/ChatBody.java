package zeroone.server.chat;

import java.io.IOException;
import java.time.Duration;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.PatientReply;
import zeroone.server.http.Silence;

/** Sends a chat completion when all of it is there. */
record ChatBody(ChatRequest asked, ChatJson json, ChatSamples samples, Silence silence, Duration patience) {
    void send(Exchange exchange) throws IOException, InterruptedException {
        PatientReply reply = new PatientReply(exchange);
        try {
            while (!samples.done()) {
                samples.poll(patience, () -> {});
                // Tokens tell nothing to a client that waits for the whole.
                if (silence.tooLong()) {
                    reply.keepAlive();
                }
            }
            reply.end(json.body(samples.chosen(), samples.chosenCompletions(), samples.usage(), samples.vendor()));
        } catch (ApiException error) {
            reply.end(error);
        }
    }
}
