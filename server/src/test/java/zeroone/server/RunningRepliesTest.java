package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import zeroone.testkit.ScriptedGenerator;

/** Replies that are steered or left while they run. */
@Timeout(20)
class RunningRepliesTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String STREAM = "{\"model\": \"scripted\", \"stream\": true, \"reasoning_effort\": \"max\","
            + " \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}";

    /** An endless thought, a token for each permit. */
    private static ScriptedGenerator thinksSlowly(Semaphore permits) {
        return TestServer.says(permits::acquire, "x".repeat(4000), "42");
    }

    private static HttpResponse<InputStream> open(TestServer server, String body) throws Exception {
        return server.client()
                .send(
                        server.request(CHAT)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void answer_now_ends_the_thought_of_a_running_stream() throws Exception {
        Semaphore permits = new Semaphore(10);
        try (TestServer server = TestServer.of(thinksSlowly(permits))) {
            HttpResponse<InputStream> stream = open(server, STREAM);
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
            String id = new JsonMapper()
                    .readTree(lines.readLine().substring(6))
                    .path("id")
                    .asString();

            assertThat(server.post(CHAT + "/nobody/answer_now", "{}").status()).isEqualTo(404);
            assertThat(server.post(CHAT + "/" + id + "/answer_now", "{}").status())
                    .isEqualTo(200);
            permits.release(100_000);

            String rest = String.join("\n", lines.lines().toList());
            assertThat(StreamedText.of(rest)).isEqualTo("42");
            assertThat(rest).contains("[DONE]");
            assertThat(rest.length()).as("most of the thought was left out").isLessThan(100_000);
        }
    }

    @Test
    void cancel_ends_a_running_reply_with_what_it_has() throws Exception {
        Semaphore permits = new Semaphore(10);
        try (TestServer server = TestServer.of(thinksSlowly(permits))) {
            HttpResponse<InputStream> stream = open(server, STREAM);
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
            String id = new JsonMapper()
                    .readTree(lines.readLine().substring(6))
                    .path("id")
                    .asString();
            assertThat(server.post(CHAT + "/" + id + "/cancel", "{}").status()).isEqualTo(200);
            permits.release(100);
            assertThat(String.join("\n", lines.lines().toList()))
                    .contains("finish_reason\":\"length")
                    .contains("[DONE]");
        }
    }

    @Test
    void a_client_that_goes_away_stops_its_work() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        Semaphore permits = new Semaphore(5);
        ScriptedGenerator model = TestServer.says(
                () -> {
                    permits.acquire();
                    tokens.incrementAndGet();
                },
                "x".repeat(4000),
                "42");
        try (TestServer server = TestServer.of(model)) {
            HttpResponse<InputStream> stream = open(server, STREAM);
            stream.body().read();
            stream.body().close();
            awaitMetric(server, "vllm:num_requests_running{model_name=\"scripted\"} 0");
            permits.release(100_000);
            awaitMetric(server, "vllm:request_success_total");
            assertThat(tokens.get()).isLessThan(20);
        }
    }

    @Test
    void a_client_that_waits_for_the_whole_and_goes_stops_its_work_too() throws Exception {
        Semaphore permits = new Semaphore(5);
        try (TestServer server = TestServer.of(thinksSlowly(permits))) {
            CompletableFuture<HttpResponse<String>> reply = server.client()
                    .sendAsync(
                            server.request(CHAT)
                                    .POST(HttpRequest.BodyPublishers.ofString(STREAM.replace("true", "false")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            awaitMetric(server, "vllm:num_requests_running{model_name=\"scripted\"} 1");
            reply.cancel(true);
            awaitMetric(server, "vllm:num_requests_running{model_name=\"scripted\"} 0");
        }
    }

    @Test
    void one_that_leaves_does_not_disturb_another() throws Exception {
        Semaphore permits = new Semaphore(20);
        CountDownLatch gone = new CountDownLatch(1);
        try (TestServer server = TestServer.of(TestServer.says(permits::acquire, "thought", "42"))) {
            CompletableFuture<TestServer.Reply> neighbour = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            gone.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        return server.post(CHAT, STREAM.replace("true", "false"));
                    },
                    Thread.ofVirtual()::start);
            HttpResponse<InputStream> stream = open(server, STREAM);
            stream.body().close();
            gone.countDown();
            permits.release(1000);
            assertThat(neighbour
                            .get(10, TimeUnit.SECONDS)
                            .json()
                            .path("choices")
                            .get(0)
                            .path("message")
                            .path("content")
                            .asString())
                    .isEqualTo("42");
        }
    }

    @Test
    void a_server_that_stops_ends_what_runs_with_what_it_has() throws Exception {
        Semaphore permits = new Semaphore(10);
        TestServer server = TestServer.of(
                TestServer.says(() -> permits.tryAcquire(20, TimeUnit.MILLISECONDS), "x".repeat(4000), "42"),
                TestServer.Options.USUAL,
                config -> config.withGrace(Duration.ofMillis(300)));
        HttpResponse<InputStream> stream = open(server, STREAM);
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        lines.readLine();
        Thread stop = Thread.ofVirtual().start(server.server::close);
        assertThat(String.join("\n", lines.lines().toList()))
                .contains("finish_reason\":\"length")
                .contains("[DONE]");
        stop.join();
    }

    /** Metrics are read until they say so; the test's time limit is the patience. */
    private static void awaitMetric(TestServer server, String line) {
        while (!server.get("/metrics").body().contains(line)) {
            Thread.onSpinWait();
        }
    }
}
