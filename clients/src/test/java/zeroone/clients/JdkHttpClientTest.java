package zeroone.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's client as it comes: it asks to go on in HTTP/2, and must be answered all the same. */
@Timeout(30)
class JdkHttpClientTest {
    private static final String QUESTION =
            "{\"model\": \"scripted\", %s\"messages\": [{\"role\": \"user\", \"content\": \"" + "x".repeat(3000)
                    + "\"}]}";

    private final HttpClient client = HttpClient.newHttpClient();
    private ModelServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = ModelServer.says(folder, "hm", "42");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private HttpRequest request(String more) {
        return HttpRequest.newBuilder(server.uri("/v1/chat/completions"))
                .header("Authorization", "Bearer " + server.key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION.formatted(more)))
                .build();
    }

    @Test
    void asks_for_http_2_and_gets_its_whole_answer() throws Exception {
        assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_2);
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> reply = client.send(request(""), HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).contains("\"content\":\"42\"");
        }
    }

    @Test
    void reads_a_stream_line_by_line() throws Exception {
        HttpResponse<Stream<String>> reply =
                client.send(request("\"stream\": true, "), HttpResponse.BodyHandlers.ofLines());
        List<String> lines = reply.body().filter(line -> !line.isEmpty()).toList();
        assertThat(lines).allMatch(line -> line.startsWith("data: ")).last().isEqualTo("data: [DONE]");
    }

    @Test
    void is_refused_before_its_body_is_read_without_a_broken_connection() throws Exception {
        HttpRequest nobody = HttpRequest.newBuilder(server.uri("/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION.formatted("")))
                .build();
        for (int i = 0; i < 3; i++) {
            assertThat(client.send(nobody, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }
}
