package zeroone.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * Server-sent events. They are sent by {@link #flush}, which fails once the client has gone, so that what comes together is
 * written together. Not thread-safe.
 */
public final class EventStream implements AutoCloseable {
    private static final int MOST_UNSENT = 64 * 1024;
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();

    private EventStream(OutputStream out) {
        this.out = out;
    }

    /** Sends the headers at once: proxies and clients wait for them, not for the first token. */
    public static EventStream begin(Exchange exchange) throws IOException {
        OutputStream out = exchange.stream("text/event-stream; charset=utf-8");
        out.flush();
        return new EventStream(out);
    }

    /** An event without a name. */
    public void data(JsonNode json) throws IOException {
        write("data: " + Json.write(json) + "\n\n");
    }

    public void event(String name, String json) throws IOException {
        write("event: " + name + "\ndata: " + json + "\n\n");
    }

    /** What is not JSON: {@code [DONE]}. */
    public void literal(String text) throws IOException {
        write("data: " + text + "\n\n");
    }

    /** A comment, which every client skips and every proxy counts as life. */
    public void keepAlive() throws IOException {
        unsent.write(KEEP_ALIVE);
        flush();
    }

    private void write(String text) throws IOException {
        unsent.write(text.getBytes(StandardCharsets.UTF_8));
        if (unsent.size() > MOST_UNSENT) {
            flush();
        }
    }

    /** Sends what was not sent yet. */
    public void flush() throws IOException {
        if (unsent.size() > 0) {
            unsent.writeTo(out);
            unsent.reset();
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
