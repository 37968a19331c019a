package zeroone.server.inference;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The replies that are being generated, so that another request can end their thoughts or end them. Thread-safe. */
public final class RunningReplies {
    private final Map<String, Entry> byId = new ConcurrentHashMap<>();

    private record Entry(String tenant, LiveReply reply) {}

    void add(String id, String tenant, LiveReply reply) {
        byId.put(id, new Entry(tenant, reply));
    }

    void remove(String id) {
        byId.remove(id);
    }

    /** The running reply of this tenant with this id; another's is an unknown one. */
    public Optional<LiveReply> of(String tenant, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(entry -> entry.tenant().equals(tenant))
                .map(Entry::reply);
    }

    public int count() {
        return byId.size();
    }

    /** Cancels all of them: for a server that has waited long enough. */
    public void cancelAll() {
        byId.values().forEach(entry -> entry.reply().cancel());
    }
}
