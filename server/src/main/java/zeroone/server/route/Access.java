package zeroone.server.route;

/** Who may use a route. */
public enum Access {
    /** Everybody: it tells nothing but that the server lives. */
    PUBLIC,
    /** Whoever has a key. */
    KEY,
    /** Whoever has an operator's key. */
    ADMIN
}
