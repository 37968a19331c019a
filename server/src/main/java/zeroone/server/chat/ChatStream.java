package zeroone.server.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.ApiException;
import zeroone.server.http.ErrorBody;
import zeroone.server.http.EventStream;
import zeroone.server.http.Exchange;
import zeroone.server.http.Json;
import zeroone.server.http.Silence;
import zeroone.server.inference.Gathered;
import zeroone.server.inference.SampleReply;
import zeroone.text.generation.Completion;

/**
 * Sends a chat completion as it comes: role, thought, answer, reason of the end, then usage if asked for, then {@code
 * [DONE]}. Where one of several samples is chosen, that one is sent when it is.
 */
record ChatStream(ChatRequest asked, ChatJson json, ChatSamples samples, Silence silence, Duration patience) {
    void send(Exchange exchange) throws IOException, InterruptedException {
        try (EventStream events = EventStream.begin(exchange)) {
            try {
                for (int i = 0; i < asked.choices(); i++) {
                    data(events, json.first(i));
                }
                if (samples.choosing()) {
                    awaitChoice(events);
                    tellChosen(events);
                } else {
                    tellAll(events);
                }
                if (asked.includeUsage()) {
                    events.data(json.usage(samples.usage(), samples.vendor()));
                }
                events.literal("[DONE]");
            } catch (ApiException error) {
                events.event("error", Json.write(ErrorBody.of(error)));
            }
        }
    }

    private void awaitChoice(EventStream events) throws IOException, InterruptedException {
        while (!samples.done()) {
            samples.poll(patience, events::flush);
            if (silence.tooLong()) {
                events.keepAlive();
            }
        }
    }

    private void tellAll(EventStream events) throws IOException, InterruptedException {
        Gathered gathered = new Gathered((sample, shown) -> {
            tell(events, sample, shown);
            silence.broken();
        });
        try {
            while (!samples.done()) {
                Optional<ChatSamples.Step> next = samples.poll(patience, () -> {
                    gathered.send();
                    events.flush();
                });
                if (next.isPresent()) {
                    ChatSamples.Step step = next.get();
                    gathered.add(step.sample(), step.shown());
                    if (step.ended().isPresent()) {
                        gathered.send();
                        data(events, json.last(step.sample(), step.ended().get()));
                        silence.broken();
                    }
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

    private void tell(EventStream events, int sample, SampleReply.Shown shown) throws IOException {
        if (!shown.thought().isEmpty()) {
            data(events, json.thought(sample, json.shownThought(shown.thought())));
        }
        if (!shown.answer().isEmpty() || !shown.tokens().isEmpty()) {
            data(events, json.answer(sample, shown.answer(), shown.tokens()));
        }
    }

    private void tellChosen(EventStream events) throws IOException {
        List<Completion> completions = samples.chosenCompletions();
        SampleReply chosen = samples.chosen().getFirst();
        if (!chosen.thought().isEmpty()) {
            data(events, json.thought(0, json.shownThought(chosen.thought())));
        }
        data(events, json.answer(0, chosen.answer(), chosen.tokens()));
        data(events, json.last(0, completions.getFirst()));
    }

    private void data(EventStream events, ObjectNode chunk) throws IOException {
        if (asked.includeUsage()) {
            chunk.putNull("usage");
        }
        events.data(chunk);
    }
}
