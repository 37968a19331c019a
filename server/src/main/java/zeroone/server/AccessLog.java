package zeroone.server;

import java.time.Duration;

/** Hears of every request that was answered; never of its content. Called by many threads. */
public interface AccessLog {
    AccessLog NONE = new AccessLog() {
        @Override
        public void answered(Entry entry) {}

        @Override
        public void broke(String requestId, Throwable failure) {}
    };

    /**
     * One request.
     *
     * @param route the pattern of the path, not the path
     * @param key id of the key; {@code -} without one
     */
    record Entry(String requestId, String key, String method, String route, int status, Duration time) {}

    void answered(Entry entry);

    /** A request failed in a way that nobody foresaw. Messages of failures may quote what users wrote: log the types. */
    void broke(String requestId, Throwable failure);
}
