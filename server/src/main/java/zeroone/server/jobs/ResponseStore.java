package zeroone.server.jobs;

import java.util.Optional;

/**
 * Keeps responses that ran in the foreground; background jobs keep themselves. Bounded: the oldest of a tenant go first.
 * Thread-safe.
 */
public interface ResponseStore {
    void put(StoredResponse response);

    /** A response of this tenant; another's id is an unknown id. */
    Optional<StoredResponse> get(String tenant, String id);

    /** Forgets it; false if there is none. */
    boolean delete(String tenant, String id);
}
