package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zeroone.testkit.ScriptedGenerator;

/** Clients that neither read nor send, nor go. */
@Timeout(60)
class StalledClientTest {
    private static final int SAMPLES = 8;
    private static final int THOUGHT = 3000;

    /** About a kilobyte for each token, far more than sockets hold. */
    private static final String LONG_STREAM =
            "{\"model\": \"scripted\", \"stream\": true, \"reasoning_effort\": \"none\","
                    + " \"n\": " + SAMPLES + ", \"logprobs\": true, \"top_logprobs\": 20,"
                    + " \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}";

    private static Socket connect(URI address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void the_work_for_a_client_that_never_reads_ends_and_nobody_else_waits_for_it() throws IOException {
        AtomicInteger tokens = new AtomicInteger();
        ScriptedGenerator model = TestServer.says(tokens::incrementAndGet, "", "y".repeat(THOUGHT));
        try (TestServer server = TestServer.of(
                        model, TestServer.Options.USUAL, config -> config.withIdle(Duration.ofSeconds(2)));
                Socket stalled = connect(server.server.address())) {
            send(
                    stalled,
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + LONG_STREAM.length() + "\r\n\r\n" + LONG_STREAM);
            awaitMetric(server, "vllm:num_requests_running{model_name=\"scripted\"} 1");
            assertThat(server.post(
                                    "/v1/chat/completions",
                                    "{'model': 'scripted', 'max_tokens': 5, 'messages': [{'role': 'user', 'content': 'x'}]}")
                            .status())
                    .isEqualTo(200);
            awaitMetric(server, "vllm:num_requests_running{model_name=\"scripted\"} 0");
            assertThat(tokens.get()).as("the rest was not generated").isLessThan(SAMPLES * THOUGHT);
        }
    }

    @Test
    void a_connection_whose_request_never_comes_whole_ends() throws IOException {
        try (TestServer server = TestServer.of(
                        TestServer.says("hm", "42"),
                        TestServer.Options.USUAL,
                        config -> config.withIdle(Duration.ofMillis(300)));
                Socket noBody = connect(server.server.address());
                Socket noHead = connect(server.server.address());
                Socket silent = connect(server.server.address())) {
            send(
                    noBody,
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100\r\n\r\n{\"model\"");
            send(noHead, "POST /v1/chat/comp");
            assertThat(answer(noBody)).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request_timeout\"");
            assertThat(answer(noHead)).as("nothing was asked").isEmpty();
            assertThat(answer(silent)).as("nothing was asked").isEmpty();
            assertThat(server.get("/health").status()).isEqualTo(200);
        }
    }

    /** All that comes until the connection ends. */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Metrics are read until they say so; the test's time limit is the patience. */
    private static void awaitMetric(TestServer server, String line) {
        while (!metrics(server).contains(line)) {
            Thread.onSpinWait();
        }
    }

    /** Empty if the connection was idle for so long that it ended as it was used. */
    private static String metrics(TestServer server) {
        try {
            return server.get("/metrics").body();
        } catch (UncheckedIOException ended) {
            return "";
        }
    }
}
