package zeroone.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import zeroone.server.auth.Authenticator;
import zeroone.server.feedback.FeedbackFile;
import zeroone.server.http.ApiException;
import zeroone.server.http.ErrorBody;
import zeroone.server.http.Json;
import zeroone.server.http.LocalRequests;
import zeroone.server.inference.Identifiers;
import zeroone.server.inference.Inference;
import zeroone.server.inference.Ledger;
import zeroone.server.inference.Models;
import zeroone.server.inference.Services;
import zeroone.server.responses.ResponseServices;

/** OpenAI's API over some models, on HTTP. */
public final class ReasoningServer implements AutoCloseable {
    /** Connections that wait to be accepted; the platform's default makes a crowd wait for a second. */
    private static final int BACKLOG = 1024;

    private static final int MOST_HEADER_BYTES = 16 * 1024;

    private final Server jetty;
    private final ServerConnector connector;
    private final Inference inference;
    private final ServerConfig config;

    private ReasoningServer(Server jetty, ServerConnector connector, Inference inference, ServerConfig config) {
        this.jetty = jetty;
        this.connector = connector;
        this.inference = inference;
        this.config = config;
    }

    /**
     * What a server takes from outside.
     *
     * @param ledger counts what background responses cost, too
     * @param keyed whether the authenticator asks for keys
     * @param random cryptographically strong
     * @param nanoTime monotonic
     */
    public record Surroundings(
            Models models,
            ResponseServices responses,
            FeedbackFile feedback,
            Ledger ledger,
            Authenticator authenticator,
            boolean keyed,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator random,
            AccessLog log,
            String version) {}

    /**
     * Starts to listen.
     *
     * @throws IllegalArgumentException if others could reach it without a key
     * @throws IOException if it cannot listen there
     */
    public static ReasoningServer start(ServerConfig config, Surroundings from) throws IOException {
        if (!from.keyed() && !config.loopback()) {
            throw new IllegalArgumentException("a server without keys listens on this machine only, not on "
                    + config.host() + ": make a key with ./zeroone keys add, or leave --host out");
        }
        Inference inference = new Inference(config.mostSamples(), from.ledger(), from.nanoTime());
        Services services = new Services(
                from.models(),
                inference,
                from.clock(),
                from.nanoTime(),
                from.random(),
                config.keepAlive(),
                config.reasoningField(),
                config.strict());
        Gate gate = new Gate(
                Api.routes(services, from.responses(), from.feedback(), from.version()),
                from.keyed() ? Optional.empty() : Optional.of(new LocalRequests(config.host())),
                from.authenticator(),
                from.ledger(),
                new Identifiers(from.random()),
                from.log(),
                from.nanoTime(),
                config.mostBodyBytes());
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server jetty = new Server(threads);
        ServerConnector connector = connector(jetty, config);
        jetty.addConnector(connector);
        GracefulHandler graceful = new GracefulHandler();
        graceful.setHandler(gate);
        jetty.setHandler(graceful);
        jetty.setErrorHandler(ReasoningServer::malformed);
        jetty.setStopTimeout(Math.max(1, config.grace().toMillis()));
        try {
            jetty.start();
        } catch (IOException e) {
            stopQuietly(jetty);
            throw e;
        } catch (Exception e) {
            stopQuietly(jetty);
            throw new IOException("the server did not start: " + e.getMessage(), e);
        }
        return new ReasoningServer(jetty, connector, inference, config);
    }

    private static ServerConnector connector(Server jetty, ServerConfig config) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector;
        if (config.tls().isPresent()) {
            SslContextFactory.Server ssl = new SslContextFactory.Server();
            ssl.setKeyStorePath(config.tls().get().keystore().toString());
            ssl.setKeyStorePassword(config.tls().get().password());
            ssl.setKeyStoreType("PKCS12");
            connector = new ServerConnector(jetty, new SslConnectionFactory(ssl, "http/1.1"), plain);
        } else {
            connector = new ServerConnector(jetty, plain);
        }
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(config.idle().toMillis());
        return connector;
    }

    /** What Jetty refuses by itself, because it is not HTTP, has the same form as everything else. */
    private static boolean malformed(Request request, Response response, Callback callback) {
        int status = response.getStatus() >= 400 ? response.getStatus() : 500;
        ApiException error = ApiException.refused(status, "malformed_request", HttpStatus.getMessage(status));
        response.getHeaders().put("content-type", "application/json");
        Content.Sink.write(
                response, true, new String(Json.bytes(ErrorBody.of(error)), StandardCharsets.UTF_8), callback);
        return true;
    }

    private static void stopQuietly(Server jetty) {
        try {
            jetty.stop();
        } catch (Exception e) {
            // It did not start: that is what is told.
        }
    }

    /** Where it listens. */
    public URI address() {
        String scheme = config.tls().isPresent() ? "https" : "http";
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create(scheme + "://" + host + ":" + connector.getLocalPort());
    }

    /** Waits until it has stopped. */
    public void join() throws InterruptedException {
        jetty.join();
    }

    /** Takes nothing new, lets what runs finish within the grace, ends the rest with what it has. */
    @Override
    public void close() {
        inference.stop();
        CountDownLatch stopped = new CountDownLatch(1);
        Thread.ofVirtual().name("stop").start(() -> endWhatRuns(stopped));
        try {
            jetty.setStopTimeout(config.grace().plusSeconds(5).toMillis());
            jetty.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // The grace is over; connections were cut.
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop: " + e.getMessage(), e);
        } finally {
            stopped.countDown();
            inference.running().cancelAll();
        }
    }

    /** Ends what runs when the grace is over and the server has not stopped by then. */
    private void endWhatRuns(CountDownLatch stopped) {
        try {
            if (!stopped.await(config.grace().toNanos(), TimeUnit.NANOSECONDS)) {
                inference.running().cancelAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
