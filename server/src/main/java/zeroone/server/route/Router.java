package zeroone.server.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import zeroone.server.http.ApiException;
import zeroone.server.http.Quoted;

/** Finds the route of a request. */
public record Router(List<Route> routes) {
    /** A route with what its path's parts are. */
    public record Match(Route route, Map<String, String> parameters) {}

    public Router {
        routes = List.copyOf(routes);
    }

    /**
     * @throws ApiException 404 if no route has this path, 405 if none with this path has the method
     */
    public Match find(String method, String path) {
        List<Route> here = routes.stream()
                .filter(route -> match(route.path(), path).isPresent())
                .toList();
        Optional<Route> exact = here.stream()
                .filter(route -> route.method().equals(method))
                // A literal path comes before one with parameters.
                .min((a, b) -> Boolean.compare(a.path().contains("{"), b.path().contains("{")));
        if (exact.isPresent()) {
            return new Match(exact.get(), match(exact.get().path(), path).orElseThrow());
        }
        if (here.isEmpty()) {
            throw ApiException.refused(
                    404,
                    "not_found",
                    "there is nothing at " + Quoted.of(path) + "; see /openapi.json for what there is");
        }
        throw ApiException.refused(
                405,
                "method_not_allowed",
                Quoted.of(path) + " takes "
                        + here.stream().map(Route::method).sorted().collect(Collectors.joining(", ")) + ", not "
                        + Quoted.of(method));
    }

    private static Optional<Map<String, String>> match(String pattern, String path) {
        String[] expected = pattern.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                if (actual[i].isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(expected[i].substring(1, expected[i].length() - 1), decoded(actual[i]));
            } else if (!expected[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
