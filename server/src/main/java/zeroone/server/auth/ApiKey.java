package zeroone.server.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import zeroone.server.thought.ThoughtVisibility;

/**
 * A key, without its secret.
 *
 * @param id public part of the key
 * @param name for people: who or what uses it
 * @param tenant whose responses and caches it shares
 * @param secret what its secret is recognised by
 * @param models it may use; empty for all
 * @param thoughts the most that it may see of a thought
 * @param admin whether it may read metrics
 */
public record ApiKey(
        String id,
        String name,
        String tenant,
        SecretHash secret,
        Set<String> models,
        ThoughtVisibility thoughts,
        boolean admin,
        RateLimit limit,
        Instant created) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ApiKey {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(thoughts, "thoughts");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(created, "created");
        models = Set.copyOf(models);
        for (String word : new String[] {id, name, tenant}) {
            if (!WORD.matcher(word).matches()) {
                throw new IllegalArgumentException("id, name and tenant of a key are 1 to 64 letters, digits, dots,"
                        + " underscores and hyphens: '" + word + "'");
            }
        }
    }

    /** What a request with this key may do. */
    public Caller caller() {
        return new Caller(id, tenant, models, thoughts, admin, limit);
    }
}
