package zeroone.server.auth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import zeroone.server.http.ApiException;

/** Holds every key to its limits. Thread-safe. */
public final class RateLimiter {
    private final LongSupplier nanoTime;
    private final Map<String, Usage> byKey = new ConcurrentHashMap<>();

    private record Usage(RateLimit limit, TokenBucket requests, TokenBucket tokens) {}

    /** @param nanoTime a monotonic clock, as {@link System#nanoTime} */
    public RateLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Counts one request.
     *
     * @return the headers that tell what is left
     * @throws ApiException if the key has asked too often, or its tokens are used up
     */
    public Map<String, String> admit(Caller caller) {
        Usage usage = usage(caller);
        long now = nanoTime.getAsLong();
        synchronized (usage) {
            RateLimit limit = usage.limit();
            if (limit.requestsPerMinute() > 0) {
                refuse("requests", limit.requestsPerMinute(), usage.requests().wait(1, now));
            }
            if (limit.tokensPerMinute() > 0) {
                refuse("tokens", limit.tokensPerMinute(), usage.tokens().wait(1, now));
            }
            usage.requests().take(1, now);
            return headers(usage, now);
        }
    }

    private static void refuse(String what, int perMinute, Duration wait) {
        if (wait.isPositive()) {
            throw ApiException.tooMany(
                    what,
                    "this key may use " + perMinute + " " + what + " a minute, and has; try again in " + duration(wait),
                    wait);
        }
    }

    /** Counts tokens that were read or written for a request that was admitted. */
    public void spend(String key, long tokens) {
        Usage usage = byKey.get(key);
        if (usage != null) {
            synchronized (usage) {
                usage.tokens().take((double) tokens, nanoTime.getAsLong());
            }
        }
    }

    /**
     * Counts tokens of a job. It goes on whatever the limit, so what it owes is bounded: when it has ended, its key waits for
     * a minute and not for hours. A key that has not asked for anything since the server began owes nothing.
     */
    public void spendInBackground(String key, long tokens) {
        Usage usage = byKey.get(key);
        if (usage != null) {
            synchronized (usage) {
                usage.tokens().takeSome((double) tokens, nanoTime.getAsLong());
            }
        }
    }

    private Usage usage(Caller caller) {
        return byKey.compute(caller.key(), (key, known) -> {
            if (known != null && known.limit().equals(caller.limit())) {
                return known;
            }
            long now = nanoTime.getAsLong();
            return new Usage(
                    caller.limit(),
                    new TokenBucket(caller.limit().requestsPerMinute(), now),
                    new TokenBucket(caller.limit().tokensPerMinute(), now));
        });
    }

    private static Map<String, String> headers(Usage usage, long now) {
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "requests", usage.limit().requestsPerMinute(), usage.requests(), now);
        put(headers, "tokens", usage.limit().tokensPerMinute(), usage.tokens(), now);
        return headers;
    }

    private static void put(Map<String, String> headers, String what, int limit, TokenBucket bucket, long now) {
        if (limit > 0) {
            headers.put("x-ratelimit-limit-" + what, Integer.toString(limit));
            headers.put("x-ratelimit-remaining-" + what, Long.toString(bucket.remaining(now)));
            headers.put("x-ratelimit-reset-" + what, duration(bucket.reset(now)));
        }
    }

    /** As OpenAI writes them: {@code 6m0s}, {@code 1.5s}. */
    private static String duration(Duration duration) {
        long minutes = duration.toMinutes();
        double seconds = (duration.toMillis() - minutes * 60_000) / 1000.0;
        return (minutes > 0 ? minutes + "m" : "") + String.format(Locale.ROOT, "%ss", seconds);
    }
}
