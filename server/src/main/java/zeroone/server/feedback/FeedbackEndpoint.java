package zeroone.server.feedback;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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
    private static final System.Logger LOG = System.getLogger("zeroone.server.feedback");
    private static final int LONGEST = 100_000;
    private static final Duration WRITTEN_AGAIN = Duration.ofSeconds(30);

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
        keep(new Feedback(
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

    private void keep(Feedback feedback) {
        try {
            file.add(feedback);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "feedback cannot be written: {0}", failure.toString());
            throw ApiException.unavailable("feedback cannot be written now; give it again later", WRITTEN_AGAIN);
        }
    }

    private static Optional<String> text(Fields fields, String field) {
        Optional<String> text = fields.string(field);
        if (text.isPresent() && text.get().length() > LONGEST) {
            throw ApiException.invalid(field, field + " may have at most " + LONGEST + " characters");
        }
        return text;
    }
}
