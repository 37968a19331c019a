package zeroone.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One request and its reply, blocking. Belongs to one thread. */
public final class Exchange {
    private static final String JSON = "application/json";
    private static final int SHORT_BODY = 256 * 1024;

    private final Request request;
    private final Response response;
    private final String id;
    private final int mostBodyBytes;
    private Map<String, String> pathParameters = Map.of();
    private boolean bodyRead;

    /** @param id told in {@code x-request-id} and in the log */
    public Exchange(Request request, Response response, String id, int mostBodyBytes) {
        this.request = request;
        this.response = response;
        this.id = id;
        this.mostBodyBytes = mostBodyBytes;
        header("x-request-id", id);
    }

    public String id() {
        return id;
    }

    public String method() {
        return request.getMethod();
    }

    public String path() {
        return Request.getPathInContext(request);
    }

    public Optional<String> requestHeader(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** The parts of the path that its route names. */
    public void setPathParameters(Map<String, String> parameters) {
        pathParameters = Map.copyOf(parameters);
    }

    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route of " + path() + " names no part {" + name + "}");
        }
        return value;
    }

    public Optional<String> query(String name) {
        try {
            return Optional.ofNullable(Request.extractQueryParameters(request).get(name))
                    .map(Field::getValue);
        } catch (RuntimeException e) {
            throw ApiException.malformed("invalid_query", "the query of the URL is not valid percent-encoded UTF-8");
        }
    }

    public boolean queryFlag(String name) {
        Optional<String> value = query(name);
        if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
            throw ApiException.invalid(name, name + " must be true or false: '" + Quoted.of(value.get()) + "'");
        }
        return value.isPresent() && value.get().equals("true");
    }

    public OptionalInt queryInteger(String name, int least, int most) {
        Optional<String> value = query(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw ApiException.invalid(
                name,
                name + " must be a whole number in [" + least + ", " + most + "]: '" + Quoted.of(value.get()) + "'");
    }

    /** The body, which must be a JSON object. */
    public ObjectNode body() throws IOException {
        String type = requestHeader("content-type").orElse(JSON).toLowerCase(Locale.ROOT);
        if (!type.split(";", -1)[0].strip().equals(JSON)) {
            throw ApiException.refused(
                    415, "unsupported_media_type", "the body must be application/json, not " + Quoted.of(type));
        }
        if (request.getLength() > mostBodyBytes) {
            throw tooLarge();
        }
        bodyRead = true;
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(mostBodyBytes + 1);
            if (bytes.length > mostBodyBytes) {
                header("connection", "close");
                throw tooLarge();
            }
            return Json.parseBody(bytes);
        } catch (IOException failure) {
            if (timedOut(failure)) {
                throw tooSlow();
            }
            throw failure;
        }
    }

    private static boolean timedOut(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof TimeoutException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private ApiException tooSlow() {
        header("connection", "close");
        return ApiException.refused(
                408, "request_timeout", "the rest of the body did not come in time; send the request again");
    }

    private ApiException tooLarge() {
        return ApiException.refused(
                413, "request_too_large", "the body may have at most " + mostBodyBytes + " bytes; send less text");
    }

    /** Sets a header of the reply. */
    public void header(String name, String value) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(name, value);
    }

    /** Whether the status was sent, so that it cannot change any more. */
    public boolean committed() {
        return response.isCommitted();
    }

    public int status() {
        return response.getStatus();
    }

    public void reply(int status, JsonNode json) throws IOException {
        reply(status, JSON, Json.bytes(json));
    }

    public void reply(int status, String contentType, byte[] body) throws IOException {
        leaveNothingUnread();
        response.setStatus(status);
        header("content-type", contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            out.write(body);
        }
    }

    /**
     * A connection with an unread body cannot be used again, and a client that is not told so sends its next request into
     * the void: a short body is read, a long one closes the connection openly.
     */
    private void leaveNothingUnread() throws IOException {
        if (bodyRead || method().equals("GET")) {
            return;
        }
        bodyRead = true;
        if (request.getLength() < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return; // there is no body
        }
        if (request.getLength() < 0 || request.getLength() > SHORT_BODY) {
            header("connection", "close");
            return;
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            in.skipNBytes(Math.max(0, request.getLength()));
        }
    }

    public void reply(ApiException error) throws IOException {
        error.retryAfter().ifPresent(after -> {
            header("retry-after", Long.toString(Math.max(1, (after.toMillis() + 999) / 1000)));
            header("retry-after-ms", Long.toString(Math.max(1, after.toMillis())));
        });
        // The same request would break again: three broken runs help nobody.
        if (error.status() == 500) {
            header("x-should-retry", "false");
        }
        reply(error.status(), ErrorBody.of(error));
    }

    /** Begins a reply whose end is not known yet. */
    public OutputStream stream(String contentType) {
        response.setStatus(200);
        header("content-type", contentType);
        header("cache-control", "no-cache");
        header("x-accel-buffering", "no");
        return Content.Sink.asOutputStream(response);
    }

    /** A plain text, for what is not JSON. */
    public void reply(String contentType, String text) throws IOException {
        reply(200, contentType, text.getBytes(StandardCharsets.UTF_8));
    }
}
