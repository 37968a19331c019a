package zeroone.server.route;

import java.util.Objects;

/**
 * One method on one path.
 *
 * @param path with parts such as {@code {id}} that take any value
 * @param limited whether it counts towards the rate limit of its key
 */
public record Route(String method, String path, Access access, boolean limited, Endpoint endpoint) {
    public Route {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(endpoint, "endpoint");
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
    }

    /** For whoever has a key; does not count. */
    public static Route of(String method, String path, Endpoint endpoint) {
        return new Route(method, path, Access.KEY, false, endpoint);
    }

    /** For whoever has a key; counts towards its limits. */
    public static Route limited(String method, String path, Endpoint endpoint) {
        return new Route(method, path, Access.KEY, true, endpoint);
    }
}
