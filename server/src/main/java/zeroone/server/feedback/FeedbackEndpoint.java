package zeroone.server.feedback;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.Fields;
import zeroone.server.http.Json;
import zeroone.server.http.Quoted;
import zeroone.server.route.Endpoint;

/** {@code POST /v1/feedback}. */
public record FeedbackEndpoint(Lookup lookup, FeedbackFile file, Clock clock) implements Endpoint {
    private static final int LONGEST = 100_000;

    /** Finds what was asked and answered in a response that was kept. */
    public interface Lookup {
        /** Empty if this tenant has no such response. */
        Optional<Feedback.Exchanged> find(String tenant, String responseId);
    }

    @Override
    public void answer(Exchange exchange, Caller caller) throws IOException {
        Fields fields = Fields.of(exchange.body());
        String id = fields.requiredString("response_id");
        String rating = fields.choice("rating", List.of("up", "down")).orElseThrow(() -> fields.missing("rating"));
        if (!fields.has("consent")) {
            throw fields.missing("consent");
        }
        boolean consent = fields.flag("consent", false);
        Optional<String> correction = text(fields, "correction");
        Optional<String> comment = text(fields, "comment");
        Feedback.Exchanged said = lookup.find(caller.tenant(), id)
                .orElseThrow(() -> ApiException.refused(
                        404,
                        "response_not_found",
                        "there is no response '" + Quoted.of(id)
                                + "' of yours; it may be too old, or store was false"));
        file.add(new Feedback(
                id,
                caller.tenant(),
                clock.instant(),
                rating.equals("up"),
                correction,
                comment,
                consent,
                consent ? Optional.of(said) : Optional.empty()));
        exchange.reply(200, Json.object().put("object", "feedback").put("response_id", id));
    }

    private static Optional<String> text(Fields fields, String field) {
        Optional<String> text = fields.string(field);
        if (text.isPresent() && text.get().length() > LONGEST) {
            throw ApiException.invalid(field, field + " may have at most " + LONGEST + " characters");
        }
        return text;
    }
}
