package zeroone.clients;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Requests as a client sent them, by name, from a file: heads without length and host, keys and ids left open. */
record RecordedRequests(Map<String, Recorded> byName) {
    /** A request. */
    record Recorded(String head, String body) {
        /** With something put where a name was left. */
        Recorded with(String name, String value) {
            return new Recorded(head.replace("{{" + name + "}}", value), body.replace("{{" + name + "}}", value));
        }
    }

    static RecordedRequests of(String file) throws IOException {
        try (InputStream in = RecordedRequests.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("there is no " + file);
            }
            Map<String, Recorded> requests = new HashMap<>();
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^### ", -1)) {
                if (!part.isBlank()) {
                    String[] lines = part.split("\n", 2);
                    String[] request = lines[1].split("\n\n", 2);
                    requests.put(lines[0], new Recorded(request[0], request[1].strip()));
                }
            }
            return new RecordedRequests(requests);
        }
    }

    Recorded named(String name) {
        Recorded found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("nothing was recorded as '" + name + "': " + byName.keySet());
        }
        return found;
    }
}
