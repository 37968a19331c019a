package zeroone.server;

import java.util.List;
import zeroone.server.chat.ChatEndpoint;
import zeroone.server.info.ModelEndpoints;
import zeroone.server.info.StatusEndpoints;
import zeroone.server.info.TokenEndpoints;
import zeroone.server.inference.Services;
import zeroone.server.route.Access;
import zeroone.server.route.Route;

/** All routes. What is not here does not exist. */
final class Api {
    private Api() {}

    static List<Route> routes(Services services, String version) {
        ModelEndpoints models = new ModelEndpoints(services.models());
        TokenEndpoints tokens = new TokenEndpoints(services.models());
        StatusEndpoints status = new StatusEndpoints(services.inference(), version);
        return List.of(
                new Route("GET", "/health", Access.PUBLIC, false, status::health),
                new Route("GET", "/metrics", Access.ADMIN, false, status::metrics),
                Route.of("GET", "/version", status::version),
                Route.of("GET", "/v1/models", models::list),
                Route.of("GET", "/v1/models/{model}", models::get),
                Route.limited("POST", "/v1/chat/completions", new ChatEndpoint(services)),
                Route.of("POST", "/v1/chat/completions/{id}/answer_now", status::answerNow),
                Route.of("POST", "/v1/chat/completions/{id}/cancel", status::cancel),
                Route.of("POST", "/tokenize", tokens::tokenize),
                Route.of("POST", "/detokenize", tokens::detokenize),
                Route.of("GET", "/tokenizer_info", tokens::info));
    }
}
