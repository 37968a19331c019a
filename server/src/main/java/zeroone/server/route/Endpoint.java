package zeroone.server.route;

import java.io.IOException;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;

/** Answers the requests of one route. Thread-safe. */
@FunctionalInterface
public interface Endpoint {
    /**
     * @throws ApiException if the request is refused; nothing was sent yet
     * @throws IOException if the client has gone
     */
    void answer(Exchange exchange, Caller caller) throws IOException, InterruptedException;
}
