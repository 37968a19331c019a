package zeroone.server.jobs;

import java.util.Objects;

/**
 * One event of a response, as a client sees it.
 *
 * @param sequence 0 for the first event of a response, one more for each; the single truth for replay
 * @param type for example {@code response.output_text.delta}
 * @param data JSON; it has {@code type} and {@code sequence_number} too
 */
public record JobEvent(long sequence, String type, String data) {
    public JobEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(data, "data");
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence numbers begin at 0: " + sequence);
        }
    }
}
