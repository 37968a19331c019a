package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.auth.ApiKey;
import zeroone.server.auth.KeyFile;
import zeroone.server.auth.Keyring;
import zeroone.server.auth.NewKey;
import zeroone.server.auth.RateLimit;
import zeroone.server.thought.ThoughtVisibility;

class KeysTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String BODY = "{'model': 'scripted', 'messages': [{'role': 'user', 'content': 'x'}]}";

    private final NewKey alice = NewKey.draw(new SecureRandom());
    private final NewKey limited = NewKey.draw(new SecureRandom());
    private final NewKey elsewhere = NewKey.draw(new SecureRandom());
    private KeyFile file = new KeyFile(Path.of("keys.json"));

    @BeforeEach
    void write(@TempDir Path directory) throws IOException {
        file = new KeyFile(directory.resolve("keys.json"));
        file.write(List.of(
                key(alice, "alice", Set.of(), true, RateLimit.NONE),
                key(limited, "bob", Set.of(), false, new RateLimit(2, 0)),
                key(elsewhere, "carol", Set.of("another"), false, RateLimit.NONE)));
    }

    private static ApiKey key(NewKey key, String name, Set<String> models, boolean admin, RateLimit limit) {
        return new ApiKey(
                key.id(), name, name, key.secret(), models, ThoughtVisibility.SUMMARY, admin, limit, Instant.EPOCH);
    }

    private TestServer server() throws IOException {
        return TestServer.of(TestServer.says("hm", "42"), Options.USUAL.keys(Keyring.of(file, Clock.systemUTC())));
    }

    private static Reply chat(TestServer server, String key) {
        return server.send(server.request(CHAT)
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(BODY.replace('\'', '"'))));
    }

    @Test
    void every_path_but_health_needs_a_key() throws IOException {
        try (TestServer server = server()) {
            for (String path :
                    List.of("/v1/models", "/metrics", "/version", "/tokenizer_info", "/v1/responses/x", "/none")) {
                assertThat(server.get(path).status()).as(path).isEqualTo(401);
            }
            assertThat(server.post(CHAT, BODY).json().path("error").path("code").asString())
                    .isEqualTo("invalid_api_key");
            assertThat(server.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void a_key_opens_and_a_changed_one_does_not() throws IOException {
        try (TestServer server = server()) {
            assertThat(chat(server, alice.text()).status()).isEqualTo(200);
            String text = alice.text();
            char last = text.charAt(text.length() - 1) == 'A' ? 'B' : 'A';
            assertThat(chat(server, text.substring(0, text.length() - 1) + last).status())
                    .isEqualTo(401);
            assertThat(chat(server, "zo-" + limited.id() + text.substring(15)).status())
                    .isEqualTo(401);
            assertThat(chat(server, "").status()).isEqualTo(401);
        }
    }

    @Test
    void metrics_are_the_operators() throws IOException {
        try (TestServer server = server()) {
            assertThat(server.send(server.request("/metrics")
                                    .header("Authorization", "Bearer " + limited.text())
                                    .GET())
                            .status())
                    .isEqualTo(403);
            assertThat(server.send(server.request("/metrics")
                                    .header("Authorization", "Bearer " + alice.text())
                                    .GET())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_key_for_another_model_does_not_learn_of_this_one() throws IOException {
        try (TestServer server = server()) {
            assertThat(chat(server, elsewhere.text()).status()).isEqualTo(404);
        }
    }

    @Test
    void a_rate_limit_is_told_before_and_after_it_is_met() throws IOException {
        try (TestServer server = server()) {
            Reply first = chat(server, limited.text());
            assertThat(first.header("x-ratelimit-limit-requests")).isEqualTo("2");
            assertThat(first.header("x-ratelimit-remaining-requests")).isEqualTo("1");
            assertThat(first.header("x-ratelimit-reset-requests")).endsWith("s");
            chat(server, limited.text());
            Reply third = chat(server, limited.text());
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.json().path("error").path("code").asString()).isEqualTo("rate_limit_exceeded");
            assertThat(Integer.parseInt(third.header("retry-after"))).isBetween(1, 30);
            assertThat(chat(server, alice.text()).status()).as("another key").isEqualTo(200);
        }
    }

    @Test
    void tokens_that_are_only_scored_count_towards_the_limit() throws IOException {
        file.write(List.of(key(alice, "alice", Set.of(), true, new RateLimit(0, 10))));
        try (TestServer server = server()) {
            assertThat(score(server, alice.text()).status()).isEqualTo(200);
            assertThat(score(server, alice.text()).status()).isEqualTo(429);
        }
    }

    private static Reply score(TestServer server, String key) {
        String body = "{'model': 'scripted', 'prompt': 'twelve bytes', 'echo': true, 'logprobs': 1, 'max_tokens': 0}";
        return server.send(server.request("/v1/completions")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @Test
    void no_secret_is_in_the_file_and_only_its_owner_reads_it() throws IOException {
        String secret = alice.text().substring(16);
        assertThat(Files.readString(file.path())).contains(alice.id()).doesNotContain(secret);
        assertThat(Files.getPosixFilePermissions(file.path())).hasSize(2);
        assertThat(alice.toString()).doesNotContain(secret);
        assertThat(file.read().getFirst().toString())
                .doesNotContain(alice.secret().hash());
    }

    @Test
    void a_server_without_keys_listens_on_this_machine_only() {
        assertThatThrownBy(() -> TestServer.of(
                        TestServer.says("hm", "42"), Options.USUAL, config -> config.listeningOn("0.0.0.0", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys add");
    }

    @Test
    void a_file_that_is_no_key_file_is_refused(@TempDir Path directory) throws IOException {
        Path broken = directory.resolve("broken.json");
        Files.writeString(broken, "{\"keys\": [{\"id\": 5}]}");
        assertThatThrownBy(() -> new KeyFile(broken).read()).hasMessageContaining("keys[0].id");
    }
}
