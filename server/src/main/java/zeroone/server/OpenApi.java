package zeroone.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import zeroone.server.auth.Caller;
import zeroone.server.http.Exchange;

/** {@code GET /openapi.json}: what there is, for programs. */
final class OpenApi {
    private final byte[] document;

    private OpenApi(byte[] document) {
        this.document = document;
    }

    static OpenApi load() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing beside the classes of the server");
            }
            return new OpenApi(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void get(Exchange exchange, Caller caller) throws IOException {
        exchange.reply(200, "application/json", document);
    }
}
