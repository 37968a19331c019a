package zeroone.server.completions;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.server.http.ErrorBody;
import zeroone.server.http.EventStream;
import zeroone.server.http.Exchange;
import zeroone.server.http.Json;
import zeroone.server.http.Silence;
import zeroone.server.inference.Gathered;
import zeroone.server.inference.LiveReply;
import zeroone.server.inference.SampleReply;
import zeroone.server.inference.Services;
import zeroone.server.inference.TokenLogProb;
import zeroone.text.generation.Completion;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.TokenStream;

/** Sends the completions of one prompt as they come. */
record CompletionStream(CompletionRequest asked, String id, long created, LiveReply reply, Services services) {
    static String finishReason(Completion completion) {
        return switch (completion.finishReason()) {
            case STOP, STOP_STRING, STOP_TOKEN -> "stop";
            case LENGTH, CANCELLED, ERROR -> "length";
        };
    }

    void send(Exchange exchange) throws IOException, InterruptedException {
        try (EventStream events = EventStream.begin(exchange)) {
            try {
                tellAll(events);
                if (asked.includeUsage()) {
                    ObjectNode last = chunk();
                    last.putArray("choices");
                    last.set("usage", CompletionEndpoint.usage(reply.usage()));
                    events.data(last);
                }
                events.literal("[DONE]");
            } catch (ApiException error) {
                events.event("error", Json.write(ErrorBody.of(error)));
            }
        }
    }

    private void tellAll(EventStream events) throws IOException, InterruptedException {
        Map<Integer, SampleReply> samples = new TreeMap<>();
        Silence silence = new Silence(services.keepAlive(), services.nanoTime());
        Gathered gathered = new Gathered((sample, shown) -> {
            if (!shown.answer().isEmpty()) {
                choice(events, sample, shown.answer(), shown.tokens(), Optional.empty());
                silence.broken();
            }
        });
        try {
            while (!reply.done()) {
                Optional<TokenStream.Item> item = reply.poll(services.keepAlive(), () -> {
                    gathered.send();
                    events.flush();
                });
                if (item.isPresent()) {
                    tell(events, item.get(), samples, gathered, silence);
                }
                // also while tokens come that are not shown
                if (silence.tooLong()) {
                    events.keepAlive();
                }
            }
        } finally {
            gathered.send(); // what came before a sample broke
        }
    }

    private void tell(
            EventStream events,
            TokenStream.Item item,
            Map<Integer, SampleReply> samples,
            Gathered gathered,
            Silence silence)
            throws IOException {
        SampleReply text = samples.computeIfAbsent(item.sample(), _ -> CompletionEndpoint.text(asked));
        gathered.add(item.sample(), text.accept(item));
        if (item instanceof TokenStream.Finished finished) {
            services.inference().metrics().sampleEnded(asked.model().name(), finished.completion());
            if (finished.completion().finishReason() == FinishReason.ERROR) {
                throw ApiException.failed("this sample could not go on; others are not affected");
            }
            gathered.send();
            choice(events, item.sample(), "", List.of(), Optional.of(finishReason(finished.completion())));
            silence.broken();
        }
    }

    private void choice(EventStream events, int sample, String text, List<TokenLogProb> tokens, Optional<String> finish)
            throws IOException {
        ObjectNode chunk = chunk();
        ObjectNode choice =
                chunk.putArray("choices").addObject().put("index", sample).put("text", text);
        if (asked.logProbs().isPresent() && !tokens.isEmpty()) {
            LegacyLogProbs logProbs = new LegacyLogProbs(asked.model().tokenizer());
            logProbs.add(tokens);
            choice.set("logprobs", logProbs.json());
        } else {
            choice.putNull("logprobs");
        }
        choice.put("finish_reason", finish.orElse(null));
        if (asked.includeUsage()) {
            chunk.putNull("usage");
        }
        events.data(chunk);
    }

    private ObjectNode chunk() {
        return Json.object()
                .put("id", id)
                .put("object", "text_completion")
                .put("created", created)
                .put("model", asked.model().name());
    }
}
