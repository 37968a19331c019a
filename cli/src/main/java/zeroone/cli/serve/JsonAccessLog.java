package zeroone.cli.serve;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.AccessLog;

/** One line of JSON a request. Failures are told by type and place: their messages may quote what users wrote. */
public record JsonAccessLog(PrintStream out, Clock clock) implements AccessLog {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FRAMES = 12;

    @Override
    public void answered(Entry entry) {
        write(line(entry.requestId())
                .put("key", entry.key())
                .put("method", entry.method())
                .put("route", entry.route())
                .put("status", entry.status())
                .put("ms", entry.time().toMillis()));
    }

    @Override
    public void broke(String requestId, Throwable failure) {
        ObjectNode line = line(requestId).put("failure", failure.getClass().getName());
        Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .forEach(line.putArray("at")::add);
        write(line);
    }

    private ObjectNode line(String requestId) {
        return JSON.createObjectNode().put("time", clock.instant().toString()).put("request", requestId);
    }

    private void write(ObjectNode line) {
        out.println(JSON.writeValueAsString(line));
    }
}
