package zeroone.server.feedback;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody thinks of a response.
 *
 * @param good thumbs up
 * @param correction what the answer should have been
 * @param exchange what was asked and answered; only with consent
 */
public record Feedback(
        String responseId,
        String tenant,
        Instant given,
        boolean good,
        Optional<String> correction,
        Optional<String> comment,
        boolean consent,
        Optional<Exchanged> exchange) {
    /** A question with its answer; never the thought. */
    public record Exchanged(String question, String answer) {
        public Exchanged {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(answer, "answer");
        }
    }

    public Feedback {
        Objects.requireNonNull(responseId, "responseId");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(correction, "correction");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(exchange, "exchange");
        if (exchange.isPresent() && !consent) {
            throw new IllegalArgumentException("without consent nothing of what was said is kept");
        }
    }
}
