package zeroone.server;

import java.util.List;
import zeroone.server.chat.ChatEndpoint;
import zeroone.server.completions.CompletionEndpoint;
import zeroone.server.feedback.FeedbackEndpoint;
import zeroone.server.feedback.FeedbackFile;
import zeroone.server.inference.Services;
import zeroone.server.info.ModelEndpoints;
import zeroone.server.info.StatusEndpoints;
import zeroone.server.info.TokenEndpoints;
import zeroone.server.responses.CreateResponse;
import zeroone.server.responses.KeptResponses;
import zeroone.server.responses.ResponseServices;
import zeroone.server.route.Access;
import zeroone.server.route.Route;

/** All routes. What is not here does not exist. */
final class Api {
    private Api() {}

    static List<Route> routes(Services services, ResponseServices kept, FeedbackFile feedback, String version) {
        ModelEndpoints models = new ModelEndpoints(services.models());
        TokenEndpoints tokens = new TokenEndpoints(services.models());
        CreateResponse create = new CreateResponse(services, kept);
        KeptResponses responses = new KeptResponses(services, kept);
        StatusEndpoints status = new StatusEndpoints(services.inference(), services.models(), version);
        return List.of(
                new Route("GET", "/health", Access.PUBLIC, false, status::health),
                new Route("GET", "/metrics", Access.ADMIN, false, status::metrics),
                Route.of("GET", "/version", status::version),
                Route.of("GET", "/v1/models", models::list),
                Route.of("GET", "/v1/models/{model}", models::get),
                Route.limited("POST", "/v1/chat/completions", new ChatEndpoint(services)),
                Route.limited("POST", "/v1/completions", new CompletionEndpoint(services)),
                Route.of("POST", "/v1/chat/completions/{id}/answer_now", status::answerNow),
                Route.of("POST", "/v1/chat/completions/{id}/cancel", status::cancel),
                Route.limited("POST", "/v1/responses", create),
                Route.limited("POST", "/v1/responses/input_tokens", create::inputTokens),
                Route.of("GET", "/v1/responses/{id}", responses::get),
                Route.of("DELETE", "/v1/responses/{id}", responses::delete),
                Route.of("POST", "/v1/responses/{id}/cancel", responses::cancel),
                Route.of("POST", "/v1/responses/{id}/answer_now", responses::answerNow),
                Route.of("GET", "/v1/responses/{id}/input_items", responses::inputItems),
                Route.limited(
                        "POST", "/v1/feedback", new FeedbackEndpoint(kept::exchanged, feedback, services.clock())),
                new Route("GET", "/openapi.json", Access.PUBLIC, false, OpenApi.load()::get),
                Route.limited("POST", "/tokenize", tokens::tokenize),
                Route.limited("POST", "/detokenize", tokens::detokenize),
                Route.of("GET", "/tokenizer_info", tokens::info));
    }
}
