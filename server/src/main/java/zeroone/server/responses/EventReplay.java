package zeroone.server.responses;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import zeroone.server.http.EventStream;
import zeroone.server.http.Exchange;
import zeroone.server.jobs.JobEvent;
import zeroone.server.jobs.JobEvents;

/** Sends the events of a background response; a client that leaves does not end it. */
final class EventReplay {
    private EventReplay() {}

    static void send(Exchange exchange, JobEvents events, ResponseView view, Duration keepAlive)
            throws IOException, InterruptedException {
        try (EventStream stream = EventStream.begin(exchange)) {
            while (!events.done()) {
                Optional<JobEvent> next = events.poll(keepAlive);
                Optional<JobEvent> seen = next.flatMap(view::of);
                if (seen.isPresent()) {
                    stream.event(seen.get().type(), seen.get().data());
                    stream.flush();
                } else if (next.isEmpty() && !events.done()) {
                    stream.keepAlive();
                }
            }
        }
    }
}
