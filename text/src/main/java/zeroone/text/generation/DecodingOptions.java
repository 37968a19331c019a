package zeroone.text.generation;

import java.util.Objects;
import java.util.Optional;

/**
 * What a request may ask for besides its tokens.
 *
 * @param alternatives how many of the most likely tokens are reported at each position; 0 to {@value #MOST_ALTERNATIVES}
 * @param constraint what answers must look like
 * @param cacheScope whose prompts this prompt may share stored computation with. Set by whoever knows the tenant, never
 *     by the tenant: time to the first token tells what else was asked in a scope
 */
public record DecodingOptions(
        StopConditions stop, int alternatives, Optional<Constraint> constraint, Priority priority, String cacheScope) {
    public static final int MOST_ALTERNATIVES = 20;

    public static final DecodingOptions DEFAULTS =
            new DecodingOptions(StopConditions.NONE, 0, Optional.empty(), Priority.INTERACTIVE, "");

    public DecodingOptions {
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(constraint, "constraint");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(cacheScope, "cacheScope");
        if (alternatives < 0 || alternatives > MOST_ALTERNATIVES) {
            throw new IllegalArgumentException(
                    "alternatives must be in [0, " + MOST_ALTERNATIVES + "]: " + alternatives);
        }
    }

    public DecodingOptions withStop(StopConditions other) {
        return new DecodingOptions(other, alternatives, constraint, priority, cacheScope);
    }

    public DecodingOptions withAlternatives(int count) {
        return new DecodingOptions(stop, count, constraint, priority, cacheScope);
    }

    public DecodingOptions withConstraint(Constraint grammar) {
        return new DecodingOptions(stop, alternatives, Optional.of(grammar), priority, cacheScope);
    }

    public DecodingOptions withPriority(Priority other) {
        return new DecodingOptions(stop, alternatives, constraint, other, cacheScope);
    }

    public DecodingOptions withCacheScope(String scope) {
        return new DecodingOptions(stop, alternatives, constraint, priority, scope);
    }
}
