package zeroone.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Server-sent events. A write fails once the client has gone. Not thread-safe. */
public final class EventStream implements AutoCloseable {
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;

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
        out.write(KEEP_ALIVE);
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
