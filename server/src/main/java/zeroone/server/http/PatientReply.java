package zeroone.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON reply that takes long. White space before it keeps proxies from giving up and tells when the client has gone.
 * Until the first of it the status can still change.
 */
public final class PatientReply {
    private static final byte[] SPACE = " ".getBytes(StandardCharsets.US_ASCII);

    private final Exchange exchange;
    private OutputStream out = OutputStream.nullOutputStream();
    private boolean begun;

    public PatientReply(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Writes a sign of life.
     *
     * @throws IOException if the client has gone
     */
    public void keepAlive() throws IOException {
        if (!begun) {
            out = exchange.stream("application/json");
            begun = true;
        }
        out.write(SPACE);
        out.flush();
    }

    public void end(ObjectNode body) throws IOException {
        if (begun) {
            out.write(Json.bytes(body));
            out.close();
        } else {
            exchange.reply(200, body);
        }
    }

    /** Ends with an error; where white space was sent, its body has to do without its status. */
    public void end(ApiException error) throws IOException {
        if (begun) {
            out.write(Json.bytes(ErrorBody.of(error)));
            out.close();
        } else {
            exchange.reply(error);
        }
    }
}
