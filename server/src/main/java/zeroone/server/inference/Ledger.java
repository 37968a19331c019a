package zeroone.server.inference;

import java.util.Objects;
import java.util.function.LongSupplier;
import zeroone.server.auth.RateLimiter;
import zeroone.server.metrics.Metrics;

/** Where everything that models read and write is counted: towards the limits of keys, and for operators. Thread-safe. */
public record Ledger(RateLimiter limiter, Metrics metrics) {
    public Ledger {
        Objects.requireNonNull(limiter, "limiter");
        Objects.requireNonNull(metrics, "metrics");
    }

    /**
     * Nothing is counted yet.
     *
     * @param nanoTime monotonic, as {@link System#nanoTime}
     */
    public static Ledger empty(LongSupplier nanoTime) {
        return new Ledger(new RateLimiter(nanoTime), new Metrics());
    }

    /** Counts what was read and written while a key's client waited. */
    public void spent(String key, String model, Usage usage) {
        limiter.spend(key, usage.total());
        count(model, usage);
    }

    /** Counts what was read and written for a key while nobody waited. */
    public void spentInBackground(String key, String model, Usage usage) {
        limiter.spendInBackground(key, usage.total());
        count(model, usage);
    }

    private void count(String model, Usage usage) {
        metrics.spent(model, usage.prompt(), usage.cached(), usage.completion(), usage.reasoning());
    }
}
