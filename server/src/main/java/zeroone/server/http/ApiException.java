package zeroone.server.http;

import java.time.Duration;
import java.util.Optional;

/** A request that is refused or failed, in the form that OpenAI's clients know. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Duration STORE_RETURNS = Duration.ofSeconds(5);

    private final int status;
    private final String type;
    private final transient Optional<String> param;
    private final transient Optional<String> code;
    private final transient Optional<Duration> retryAfter;

    private ApiException(
            int status,
            String type,
            Optional<String> param,
            Optional<String> code,
            Optional<Duration> retryAfter,
            String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** 400: the body is wrong at {@code param}. */
    public static ApiException invalid(String param, String message) {
        return invalid(param, "invalid_value", message);
    }

    /** 400: the body is wrong at {@code param}, in a way that clients know by {@code code}. */
    public static ApiException invalid(String param, String code, String message) {
        return new ApiException(
                400, "invalid_request_error", Optional.of(param), Optional.of(code), Optional.empty(), message);
    }

    /** 400: the body as a whole is wrong. */
    public static ApiException malformed(String code, String message) {
        return new ApiException(
                400, "invalid_request_error", Optional.empty(), Optional.of(code), Optional.empty(), message);
    }

    /** Any other refusal of what was asked. */
    public static ApiException refused(int status, String code, String message) {
        return new ApiException(
                status, "invalid_request_error", Optional.empty(), Optional.of(code), Optional.empty(), message);
    }

    /** 429: the key asks for more than it may. */
    public static ApiException tooMany(String type, String message, Duration retryAfter) {
        return new ApiException(
                429, type, Optional.empty(), Optional.of("rate_limit_exceeded"), Optional.of(retryAfter), message);
    }

    /** 503: the server is full, loading or stopping. */
    public static ApiException unavailable(String message, Duration retryAfter) {
        return new ApiException(
                503,
                "service_unavailable",
                Optional.empty(),
                Optional.of("unavailable"),
                Optional.of(retryAfter),
                message);
    }

    /** 503: what is kept cannot be reached or written now. */
    public static ApiException storeGone() {
        return unavailable(
                "the store of responses cannot be reached now; nothing that it keeps is lost", STORE_RETURNS);
    }

    /** 500: something broke; what, is not for the client. */
    public static ApiException broken(String requestId) {
        return new ApiException(
                500,
                "server_error",
                Optional.empty(),
                Optional.of("server_error"),
                Optional.empty(),
                "the server failed to answer this request; its operator finds the cause under the request id "
                        + requestId);
    }

    /** 500: a generation broke, and the message says what may be told of it. */
    public static ApiException failed(String message) {
        return new ApiException(
                500, "server_error", Optional.empty(), Optional.of("generation_failed"), Optional.empty(), message);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public Optional<String> param() {
        return param;
    }

    public Optional<String> code() {
        return code;
    }

    /** When it is worth to try again. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What went wrong, for the client. */
    public String told() {
        return String.valueOf(getMessage());
    }
}
