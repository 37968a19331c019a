package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Reply;

/** The document that is served is the truth: every route is in it, and every field that it names is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private TestServer server;
    private JsonNode document;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.of(TestServer.says("hm", "42"));
        document = server.get("/openapi.json").json();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Stream<String> documented() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    @Test
    void every_route_is_in_the_document_and_nothing_else() throws IOException {
        List<String> routes = Files.readAllLines(Path.of("src/main/java/zeroone/server/Api.java")).stream()
                .toList();
        String source = String.join(" ", routes).replaceAll("\\s+", " ");
        TreeSet<String> inCode = new TreeSet<>();
        var matcher = Pattern.compile("\"(GET|POST|DELETE)\", \"(/[^\"]*)\"").matcher(source);
        while (matcher.find()) {
            inCode.add(matcher.group(1) + " " + matcher.group(2));
        }
        assertThat(new TreeSet<>(documented().toList())).isEqualTo(inCode);
    }

    @Test
    void every_documented_field_of_a_body_is_read() {
        for (Map.Entry<String, String> body : Map.of(
                        "/v1/chat/completions", "ChatCompletionRequest",
                        "/v1/completions", "CompletionRequest",
                        "/v1/responses", "ResponseRequest",
                        "/tokenize", "TokenizeRequest",
                        "/detokenize", "DetokenizeRequest",
                        "/v1/feedback", "Feedback")
                .entrySet()) {
            JsonNode properties = document.path("components")
                    .path("schemas")
                    .path(body.getValue())
                    .path("properties");
            for (String field : properties.propertyNames()) {
                if (field.equals("metadata") && body.getKey().equals("/v1/responses")) {
                    continue; // any object of strings
                }
                // A value of a type that no field has.
                String others = body.getKey().equals("/tokenize") && !field.equals("messages")
                        ? ""
                        : minimal(body.getKey(), field);
                Reply reply = server.post(body.getKey(), "{" + others + "'" + field + "': [[[{}]]]}");
                assertThat(reply.status())
                        .as("%s of %s: %s", field, body.getKey(), reply.body())
                        .isEqualTo(400);
            }
        }
    }

    private static String minimal(String path, String except) {
        Map<String, String> fields = switch (path) {
            case "/v1/chat/completions" ->
                Map.of("model", "'scripted'", "messages", "[{'role': 'user', 'content': 'x'}]");
            case "/v1/completions" -> Map.of("model", "'scripted'", "prompt", "'x'");
            case "/v1/responses" -> Map.of("model", "'scripted'", "input", "'x'");
            case "/detokenize" -> Map.of("tokens", "[1]");
            case "/v1/feedback" -> Map.of("response_id", "'x'", "rating", "'up'", "consent", "true");
            default -> Map.of();
        };
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!name.equals(except)) {
                text.append('\'').append(name).append("': ").append(value).append(", ");
            }
        });
        return text.toString();
    }
}
