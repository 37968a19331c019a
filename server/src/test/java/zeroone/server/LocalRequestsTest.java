package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeroone.server.TestServer.Options;
import zeroone.server.auth.ApiKey;
import zeroone.server.auth.KeyFile;
import zeroone.server.auth.Keyring;
import zeroone.server.auth.NewKey;
import zeroone.server.auth.RateLimit;
import zeroone.server.thought.ThoughtVisibility;

/** Pages of other sites that use the browser of somebody who runs a server without keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalRequestsTest {
    private TestServer open;

    @BeforeAll
    void start() throws IOException {
        open = TestServer.of(TestServer.says("hm", "42"));
    }

    @AfterAll
    void stop() {
        open.close();
    }

    /** The status line of the reply to a request with these headers. */
    private static String status(TestServer server, String path, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.server.address().getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return reply.substring(9, 12);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8000, '', 200",
        "LOCALHOST, '', 200",
        "127.0.0.1:8000, '', 200",
        "127.1.2.3, '', 200",
        "[::1]:8000, '', 200",
        "web.localhost:8000, http://web.localhost:8000, 200",
        "127.0.0.1:8000, http://localhost:3000, 200",
        "evil.example:8000, '', 403",
        "evil.example, http://evil.example, 403",
        "127.0.0.1.evil.example, '', 403",
        "localhost.evil.example:8000, '', 403",
        "127.0.0.1:8000, https://evil.example, 403",
        "127.0.0.1:8000, null, 403",
        "127.0.0.1:8000, https://127.0.0.1.evil.example, 403"
    })
    void without_keys_only_requests_that_were_meant_for_this_machine_are_answered(
            String host, String origin, String status) throws IOException {
        String page = origin.isEmpty() ? "X-Nothing: 1" : "Origin: " + origin;
        assertThat(status(open, "/v1/models", "Host: " + host, page)).isEqualTo(status);
    }

    @Test
    void whether_it_lives_is_no_secret() throws IOException {
        assertThat(status(open, "/health", "Host: probe.example")).isEqualTo("200");
    }

    @Test
    void with_keys_any_name_will_do(@TempDir Path directory) throws IOException {
        NewKey key = NewKey.draw(new SecureRandom());
        KeyFile file = new KeyFile(directory.resolve("keys.json"));
        file.write(List.of(new ApiKey(
                key.id(),
                "alice",
                "alice",
                key.secret(),
                Set.of(),
                ThoughtVisibility.SUMMARY,
                false,
                RateLimit.NONE,
                Instant.EPOCH)));
        try (TestServer keyed =
                TestServer.of(TestServer.says("hm", "42"), Options.USUAL.keys(Keyring.of(file, Clock.systemUTC())))) {
            assertThat(status(
                            keyed,
                            "/v1/models",
                            "Host: ai.example",
                            "Origin: https://app.example",
                            "Authorization: Bearer " + key.text()))
                    .isEqualTo("200");
        }
    }
}
