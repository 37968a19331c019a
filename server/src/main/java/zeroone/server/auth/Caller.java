package zeroone.server.auth;

import java.util.Objects;
import java.util.Set;
import zeroone.server.thought.ThoughtVisibility;

/**
 * Who asks, and what they may.
 *
 * @param key id of the key; {@code anonymous} without one
 * @param tenant whose responses and caches it shares
 * @param models it may use; empty for all
 * @param thoughts the most that it may see of a thought
 * @param admin whether it may read metrics
 */
public record Caller(
        String key, String tenant, Set<String> models, ThoughtVisibility thoughts, boolean admin, RateLimit limit) {
    public Caller {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(thoughts, "thoughts");
        Objects.requireNonNull(limit, "limit");
        models = Set.copyOf(models);
    }

    /** Whoever reaches a server that has no keys, which listens on this machine only. */
    public static Caller anonymous(ThoughtVisibility thoughts) {
        return new Caller("anonymous", "local", Set.of(), thoughts, true, RateLimit.NONE);
    }

    public boolean mayUse(String model) {
        return models.isEmpty() || models.contains(model);
    }
}
