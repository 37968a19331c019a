package zeroone.server.http;

import tools.jackson.databind.node.ObjectNode;

/** The body of every error: all four keys are always there. */
public final class ErrorBody {
    private ErrorBody() {}

    public static ObjectNode of(ApiException error) {
        ObjectNode body = Json.object();
        ObjectNode detail = body.putObject("error");
        detail.put("message", error.told());
        detail.put("type", error.type());
        detail.put("param", error.param().orElse(null));
        detail.put("code", error.code().orElse(null));
        return body;
    }
}
