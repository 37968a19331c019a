package zeroone.server.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells requests that were meant for this machine from those that a page of another site lets the browser of somebody who
 * sits here send: to an address of that site that leads here, or to here from that site.
 *
 * @param host the name that the server listens on
 */
public record LocalRequests(String host) {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /**
     * @throws ApiException 403 if it came by another name, or from a page of another site
     */
    public void require(Exchange exchange) {
        Optional<String> asked = exchange.requestHeader("host");
        Optional<String> page = exchange.requestHeader("origin");
        boolean meant =
                asked.map(name -> local(PORT.matcher(name).replaceFirst(""))).orElse(true);
        boolean here = page.map(LocalRequests::host).map(this::local).orElse(true);
        if (!meant || !here) {
            throw ApiException.refused(
                    403,
                    "not_local",
                    "without keys this server answers requests to localhost alone, and none from pages of other sites: "
                            + "make a key with ./zeroone keys add");
        }
    }

    private boolean local(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(lower).matches() || lower.equals(host.toLowerCase(Locale.ROOT));
    }

    /** Of the address of a page; nothing that is a host if it has none. */
    private static String host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
