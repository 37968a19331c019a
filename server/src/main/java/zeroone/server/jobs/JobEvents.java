package zeroone.server.jobs;

import java.time.Duration;
import java.util.Optional;

/** Reads the events of one response, those that were and those that come. One thread reads; closing stops no job. */
public interface JobEvents extends AutoCloseable {
    /** The next event, waiting for at most this long; empty if none came, or if the last one was read. */
    Optional<JobEvent> poll(Duration patience) throws InterruptedException;

    /** Whether the last event of the response was read. */
    boolean done();

    @Override
    void close();
}
