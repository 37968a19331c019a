package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.Property;

/** The document that is served is the truth: every route is in it, and whatever is drawn from it is answered as it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private static final int REQUESTS = 2000;
    private static final String SECRET = "PLUTONIUM";

    private TestServer server;
    private JsonNode document;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.of(
                TestServer.says("thinking of " + SECRET, "42", "[1]"),
                Options.USUAL.thoughts(ThoughtVisibility.HIDDEN));
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

    @Test
    void whatever_is_sent_is_answered_with_a_documented_status_and_never_with_a_thought() {
        List<String> operations = documented()
                .filter(operation -> !operation.contains("{") || operation.contains("responses"))
                .toList();
        SchemaFuzzer fuzzer = new SchemaFuzzer(document);
        List<String> ids = new ArrayList<>(List.of("resp_none", "..", "%00", "%2e%2e%2f", "a".repeat(2000)));
        Property.seeded(20261101).holds(REQUESTS, random -> {
            String operation = operations.get(random.nextInt(operations.size()));
            String method = operation.substring(0, operation.indexOf(' '));
            String pattern = operation.substring(operation.indexOf(' ') + 1);
            JsonNode description = document.path("paths").path(pattern).path(method.toLowerCase(Locale.ROOT));
            String path = pattern.replace("{id}", ids.get(random.nextInt(ids.size()))) + query(description, random);
            Reply reply;
            String body = "";
            if (method.equals("POST")) {
                body = description.has("requestBody")
                        ? fuzzer.body(
                                description
                                        .path("requestBody")
                                        .path("content")
                                        .path("application/json")
                                        .path("schema"),
                                random)
                        : "{}";
                reply = server.send(server.request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
            } else {
                reply = server.send(server.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
            }
            int found = reply.body().indexOf("resp_");
            if (found >= 0 && reply.status() == 200 && ids.size() < 50) {
                ids.add(reply.body().substring(found, found + 37));
            }
            assertThat(reply.status())
                    .as("%s %s %s → %s", method, path, body, reply.body())
                    .isNotEqualTo(500);
            if (path.length() < 200) {
                assertThat(description.path("responses").propertyNames())
                        .as("%s %s %s → %s", method, path, body, reply.body())
                        .contains(Integer.toString(reply.status()));
            }
            if (reply.status() >= 400) {
                assertThat(reply.json().path("error").propertyNames())
                        .containsExactlyInAnyOrder("message", "type", "param", "code");
            }
            assertThat(reply.body()).doesNotContain(SECRET);
        });
        assertThat(server.logged).noneMatch(line -> line.startsWith("BROKE"));
    }

    private static String query(JsonNode description, RandomGenerator random) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : description.path("parameters")) {
            if (parameter.path("in").asString().equals("query") && random.nextInt(3) == 0) {
                List<String> values = List.of("true", "false", "5", "-1", "99999999999", "x", "", "%F0%9F", "scripted");
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asString())
                        .append('=')
                        .append(values.get(random.nextInt(values.size())));
            }
        }
        return query.toString();
    }
}
