package zeroone.server.auth;

/**
 * How much a key may ask for.
 *
 * @param requestsPerMinute 0 for no limit
 * @param tokensPerMinute of prompts and completions together; 0 for no limit
 */
public record RateLimit(int requestsPerMinute, int tokensPerMinute) {
    public static final RateLimit NONE = new RateLimit(0, 0);

    public RateLimit {
        if (requestsPerMinute < 0 || tokensPerMinute < 0) {
            throw new IllegalArgumentException("a rate limit must not be negative (0 is none): " + requestsPerMinute
                    + " requests, " + tokensPerMinute + " tokens a minute");
        }
    }
}
