package zeroone.server.responses;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import zeroone.server.jobs.ResponseStore;
import zeroone.server.jobs.StoredResponse;

/** Keeps responses until the process ends; the oldest of a tenant go first. */
public final class MemoryResponseStore implements ResponseStore {
    private final int mostPerTenant;
    private final Map<String, StoredResponse> byId = new HashMap<>();
    private final Map<String, Deque<String>> idsByTenant = new HashMap<>();

    public MemoryResponseStore(int mostPerTenant) {
        if (mostPerTenant < 1) {
            throw new IllegalArgumentException("a store must keep at least one response: " + mostPerTenant);
        }
        this.mostPerTenant = mostPerTenant;
    }

    @Override
    public synchronized void put(StoredResponse response) {
        byId.put(response.id(), response);
        Deque<String> ids = idsByTenant.computeIfAbsent(response.tenant(), _ -> new ArrayDeque<>());
        ids.remove(response.id());
        ids.addLast(response.id());
        if (ids.size() > mostPerTenant) {
            byId.remove(ids.removeFirst());
        }
    }

    @Override
    public synchronized Optional<StoredResponse> get(String tenant, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(response -> response.tenant().equals(tenant));
    }

    @Override
    public synchronized boolean delete(String tenant, String id) {
        if (get(tenant, id).isEmpty()) {
            return false;
        }
        byId.remove(id);
        Deque<String> ids = idsByTenant.get(tenant);
        return ids != null && ids.remove(id);
    }
}
