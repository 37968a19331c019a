package zeroone.server.responses;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import zeroone.server.http.Json;
import zeroone.server.jobs.JobEvent;

/** Numbers events and collects them until they are taken. Not thread-safe. */
final class EventLog {
    private final List<JobEvent> open = new ArrayList<>();
    private long next;

    /** An event whose fields the caller adds before the next one is begun. */
    void add(String type, ObjectNode fields) {
        ObjectNode data = Json.object().put("type", type).put("sequence_number", next);
        data.setAll(fields);
        open.add(new JobEvent(next++, type, Json.write(data)));
    }

    List<JobEvent> take() {
        List<JobEvent> taken = List.copyOf(open);
        open.clear();
        return taken;
    }
}
