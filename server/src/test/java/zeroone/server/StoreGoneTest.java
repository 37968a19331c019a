package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import zeroone.server.TestServer.Event;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.jobs.BackgroundJobs;
import zeroone.server.jobs.JobRequest;
import zeroone.server.jobs.ResponseStore;
import zeroone.server.jobs.StoreUnavailableException;
import zeroone.testkit.ScriptedGenerator;

/** What clients are told while nothing can be kept. */
class StoreGoneTest {
    private static final String RESPONSES = "/v1/responses";
    private static final String CHAT = "/v1/chat/completions";

    private static String asking(String more) {
        return "{'model': 'scripted', 'input': 'What is 6 times 7?'" + more + "}";
    }

    private static <T> T gone(Class<T> store) {
        return store.cast(Proxy.newProxyInstance(store.getClassLoader(), new Class<?>[] {store}, (_, _, _) -> {
            throw new StoreUnavailableException("the disk is full", new IOException("disk"));
        }));
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo("unavailable");
        assertThat(reply.header("retry-after")).isEqualTo("5");
        assertThat(reply.body()).doesNotContain("disk");
    }

    @Test
    void background_responses_are_refused_for_now() throws IOException {
        Options lost = Options.USUAL.jobs(gone(BackgroundJobs.class));
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"), lost)) {
            assertUnavailable(server.post(RESPONSES, asking(", 'background': true")));
            assertUnavailable(server.get(RESPONSES + "/resp_1"));
            assertUnavailable(server.get(RESPONSES + "/resp_1?stream=true"));
            assertUnavailable(server.post(RESPONSES + "/resp_1/cancel", "{}"));
            assertUnavailable(server.send(server.request(RESPONSES + "/resp_1").DELETE()));
            assertUnavailable(
                    server.post("/v1/feedback", "{'response_id': 'resp_1', 'rating': 'up', 'consent': true}"));
        }
    }

    @Test
    void a_response_that_cannot_be_kept_is_not_told_as_if_it_were() throws IOException {
        Options full = Options.USUAL.store(gone(ResponseStore.class));
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"), full)) {
            assertUnavailable(server.post(RESPONSES, asking("")));
            List<Event> events = server.stream(RESPONSES, asking(", 'stream': true"));
            assertThat(events.getLast().name()).isEqualTo("error");
            assertThat(events.getLast().data()).contains("unavailable");
            assertThat(events).noneMatch(event -> event.name().equals("response.completed"));
            assertThat(server.post(RESPONSES, asking(", 'store': false")).status())
                    .as("what is not to be kept needs no store")
                    .isEqualTo(200);
            assertThat(server.post(CHAT, "{'model': 'scripted', 'messages': [{'role': 'user', 'content': 'x'}]}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_response_that_was_waited_for_with_signs_of_life_ends_with_the_error() throws IOException {
        Options full = Options.USUAL.store(gone(ResponseStore.class));
        Semaphore never = new Semaphore(0);
        ScriptedGenerator slow = TestServer.says(() -> never.tryAcquire(20, TimeUnit.MILLISECONDS), "hm", "42");
        try (TestServer server = TestServer.of(slow, full, config -> config.withKeepAlive(Duration.ofMillis(1)))) {
            Reply reply = server.post(RESPONSES, asking(""));
            assertThat(reply.status()).as("it was sent before").isEqualTo(200);
            assertThat(reply.json().path("error").path("code").asString()).isEqualTo("unavailable");
        }
    }

    @Test
    void a_deadline_counts_from_the_time_of_the_jobs_and_not_from_a_clock_that_may_jump() throws IOException {
        Instant now = TestServer.NOW.plusSeconds(5 * 3600);
        AtomicReference<Optional<JobRequest>> asked = new AtomicReference<>(Optional.empty());
        BackgroundJobs jobs = (BackgroundJobs) Proxy.newProxyInstance(
                BackgroundJobs.class.getClassLoader(),
                new Class<?>[] {BackgroundJobs.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "now" -> now;
                    case "submit" -> {
                        asked.set(Optional.of((JobRequest) arguments[0]));
                        throw new StoreUnavailableException("that is all", new IOException("done"));
                    }
                    default -> throw new AssertionError(method.getName());
                });
        try (TestServer server = TestServer.of(TestServer.says("hm", "42"), Options.USUAL.jobs(jobs))) {
            server.post(RESPONSES, asking(", 'background': true, 'zeroone': {'deadline_seconds': 60}"));
        }
        assertThat(asked.get().orElseThrow().deadline()).contains(now.plusSeconds(60));
    }
}
