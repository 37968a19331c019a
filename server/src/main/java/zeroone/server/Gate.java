package zeroone.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import zeroone.server.auth.Authenticator;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Exchange;
import zeroone.server.http.LocalRequests;
import zeroone.server.inference.Identifiers;
import zeroone.server.inference.Ledger;
import zeroone.server.jobs.ModelNotServedException;
import zeroone.server.jobs.StoreUnavailableException;
import zeroone.server.route.Access;
import zeroone.server.route.Route;
import zeroone.server.route.Router;
import zeroone.server.thought.ThoughtVisibility;

/** Every request comes through here: who is it, may it, which endpoint answers, and what if that breaks. */
final class Gate extends Handler.Abstract {
    private final Router router;
    private final Optional<LocalRequests> local;
    private final Authenticator authenticator;
    private final Ledger ledger;
    private final Identifiers identifiers;
    private final AccessLog log;
    private final LongSupplier nanoTime;
    private final int mostBodyBytes;

    /** @param local what is let in where there are no keys */
    Gate(
            List<Route> routes,
            Optional<LocalRequests> local,
            Authenticator authenticator,
            Ledger ledger,
            Identifiers identifiers,
            AccessLog log,
            LongSupplier nanoTime,
            int mostBodyBytes) {
        this.router = new Router(routes);
        this.local = local;
        this.authenticator = authenticator;
        this.ledger = ledger;
        this.identifiers = identifiers;
        this.log = log;
        this.nanoTime = nanoTime;
        this.mostBodyBytes = mostBodyBytes;
    }

    /** What is known of a request for the log. */
    private static final class Trace {
        private String key = "-";
        private String route = "-";
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long begun = nanoTime.getAsLong();
        Exchange exchange = new Exchange(request, response, identifiers.next("req"), mostBodyBytes);
        Trace trace = new Trace();
        try {
            answer(exchange, trace);
            callback.succeeded();
        } catch (Broken e) {
            callback.failed(e);
        }
        ledger.metrics().replied(trace.route, exchange.status());
        log.answered(new AccessLog.Entry(
                exchange.id(),
                trace.key,
                request.getMethod(),
                trace.route,
                exchange.status(),
                Duration.ofNanos(nanoTime.getAsLong() - begun)));
        return true;
    }

    /** The reply cannot be finished: its connection ends. */
    private static final class Broken extends Exception implements QuietException {
        private static final long serialVersionUID = 1;
    }

    private void answer(Exchange exchange, Trace trace) throws Broken {
        try {
            try {
                dispatch(exchange, trace);
            } catch (ApiException refusal) {
                refuse(exchange, refusal);
            } catch (ModelNotServedException elsewhere) {
                refuse(exchange, ApiException.refused(409, "model_not_served", String.valueOf(elsewhere.getMessage())));
            } catch (StoreUnavailableException failure) {
                log.broke(exchange.id(), failure);
                refuse(exchange, ApiException.storeGone());
            } catch (RuntimeException | StackOverflowError failure) {
                log.broke(exchange.id(), failure);
                refuse(exchange, ApiException.broken(exchange.id()));
            }
        } catch (IOException failure) {
            throw new Broken();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Broken();
        }
    }

    private static void refuse(Exchange exchange, ApiException refusal) throws IOException, Broken {
        if (exchange.committed()) {
            throw new Broken();
        }
        exchange.reply(refusal);
    }

    private void dispatch(Exchange exchange, Trace trace) throws IOException, InterruptedException {
        Optional<Caller> known = authenticator.authenticate(exchange.requestHeader("authorization"));
        known.ifPresent(caller -> trace.key = caller.key());
        Router.Match match;
        try {
            match = router.find(exchange.method(), exchange.path());
        } catch (ApiException nowhere) {
            // Whoever has no key does not learn what there is.
            throw known.isPresent() ? nowhere : unauthorised();
        }
        Route route = match.route();
        trace.route = route.path();
        exchange.setPathParameters(match.parameters());
        if (route.access() != Access.PUBLIC) {
            local.ifPresent(machine -> machine.require(exchange));
        }
        Caller caller = switch (route.access()) {
            case PUBLIC -> known.orElse(Caller.anonymous(ThoughtVisibility.HIDDEN));
            case KEY -> known.orElseThrow(Gate::unauthorised);
            case ADMIN -> admin(known.orElseThrow(Gate::unauthorised));
        };
        if (route.limited()) {
            ledger.limiter().admit(caller).forEach(exchange::header);
        }
        route.endpoint().answer(exchange, caller);
    }

    private static Caller admin(Caller caller) {
        if (!caller.admin()) {
            throw ApiException.refused(403, "forbidden", "this needs an operator's key: ./zeroone keys add --admin");
        }
        return caller;
    }

    private static ApiException unauthorised() {
        return ApiException.refused(
                401, "invalid_api_key", "this needs a key that the server knows: Authorization: Bearer zo-…");
    }
}
