package zeroone.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Asks for jobs and reads them, as tests do. */
final class JobReading {
    static final String TENANT = "ada";
    static final Instant CREATED = Instant.parse("2030-01-01T00:00:00Z");

    /** Far more than anything here takes, so that a test that would hang fails instead. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private JobReading() {}

    static JobRequest request(String id, String specification) {
        return new JobRequest(id, TENANT, "tiny", CREATED, specification, 0, Optional.empty());
    }

    /** All events after a sequence number, when there are no more. */
    static List<JobEvent> allEvents(BackgroundJobs jobs, String id, long after) throws InterruptedException {
        try (JobEvents events = jobs.events(TENANT, id, after).orElseThrow()) {
            return rest(events);
        }
    }

    /** All events that come, when there are no more. */
    static List<JobEvent> rest(JobEvents events) throws InterruptedException {
        List<JobEvent> all = new ArrayList<>();
        while (!events.done()) {
            Optional<JobEvent> event = events.poll(PATIENCE);
            event.ifPresent(all::add);
            assertThat(event.isPresent() || events.done())
                    .as("an event in time")
                    .isTrue();
        }
        return all;
    }

    /** So many events from the first. */
    static List<JobEvent> events(BackgroundJobs jobs, String id, int count) throws InterruptedException {
        List<JobEvent> first = new ArrayList<>();
        try (JobEvents events = jobs.events(TENANT, id, -1).orElseThrow()) {
            while (first.size() < count) {
                first.add(events.poll(PATIENCE).orElseThrow());
            }
        }
        return first;
    }

    /** What a client sees is the response: numbered without a gap, each piece once, one end. */
    static void assertTellsOnce(List<JobEvent> events, String response) {
        assertThat(events)
                .extracting(JobEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.range(0, events.size()).boxed().toList());
        assertThat(response).contains("[\"" + deltas(events) + "\"");
        assertThat(events.stream().filter(event -> ended(event.type()))).hasSize(1);
        assertThat(ended(events.getLast().type())).isTrue();
    }

    static String deltas(List<JobEvent> events) {
        return events.stream()
                .filter(event -> event.type().equals("response.output_text.delta"))
                .map(event -> event.data().replaceFirst(".*\"delta\":\"(.*)\"}", "$1"))
                .collect(Collectors.joining());
    }

    private static boolean ended(String type) {
        return type.equals("response.completed")
                || type.equals("response.cancelled")
                || type.equals("response.incomplete")
                || type.equals("response.failed");
    }
}
