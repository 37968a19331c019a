package zeroone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zeroone.server.TestServer.Options;
import zeroone.server.TestServer.Reply;
import zeroone.server.auth.Caller;
import zeroone.server.auth.RateLimit;
import zeroone.server.inference.Models;
import zeroone.server.inference.QuestionVerifier;
import zeroone.server.jobs.DurableJobs;
import zeroone.server.jobs.JobDatabase;
import zeroone.server.jobs.JobMeter;
import zeroone.server.jobs.JobSettings;
import zeroone.server.responses.ResponseInterpreter;
import zeroone.server.thought.ThoughtCipher;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.Property;
import zeroone.testkit.ScriptedGenerator;

/**
 * Whatever two tenants send, drawn from the served document and spoiled, is answered as that says: as often as {@code
 * -Dzeroone.fuzz.requests} says.
 */
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("zeroone.fuzz.requests", 1000);
    private static final long SEED = Long.getLong("zeroone.fuzz.seed", 20261101);
    private static final String SECRET = "PLUTONIUM";
    private static final List<String> TENANTS = List.of("alice", "bob");
    private static final Pattern ID = Pattern.compile("\"(resp_[0-9a-f]{32})\"");
    private static final Pattern SEALED = Pattern.compile("\"encrypted_content\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    private JobDatabase database;
    private DurableJobs jobs;
    private TestServer server;
    private JsonNode document;
    private SchemaFuzzer fuzzer;
    /** Who has a response. */
    private final Map<String, String> owners = new HashMap<>();

    private final List<String> ids = new ArrayList<>(List.of("resp_none", "..", "%00", "%2e%2e%2f", "a".repeat(2000)));

    @BeforeEach
    void start() throws IOException {
        ScriptedGenerator model = TestServer.says("thinking of " + SECRET, "42", "[1]");
        Clock clock = Clock.systemUTC();
        database = JobDatabase.open(
                "jdbc:sqlite:" + folder.resolve("jobs.db"), new ThoughtCipher(Options.KEYS, clock, new SecureRandom()));
        Models models = new Models(List.of(TestServer.served(model, QuestionVerifier.NONE)));
        jobs = DurableJobs.start(
                database,
                new ResponseInterpreter(models, Options.USUAL.sealer()),
                Map.of("scripted", model),
                JobSettings.DEFAULTS.withTimes(Duration.ofMillis(10), Duration.ofSeconds(2), Duration.ofDays(1)),
                JobMeter.NONE,
                "here",
                clock,
                System::nanoTime);
        server = TestServer.of(
                model,
                Options.USUAL
                        .jobs(jobs)
                        .keys(key -> key.map(bearer -> bearer.substring("Bearer ".length()))
                                .filter(TENANTS::contains)
                                .map(name -> new Caller(
                                        name,
                                        name,
                                        Set.of(),
                                        ThoughtVisibility.HIDDEN,
                                        name.equals("alice"),
                                        RateLimit.NONE))));
        document = server.get("/openapi.json").json();
        fuzzer = new SchemaFuzzer(document);
    }

    @AfterEach
    void stop() {
        server.close();
        jobs.close();
        database.close();
    }

    /** One request. */
    private record Sent(String tenant, String method, String path, String id, String body) {
        @Override
        public String toString() {
            return tenant + " " + method + " " + path + " " + body;
        }
    }

    @Test
    void whatever_is_sent_is_answered_with_a_documented_status_and_never_with_what_is_not_theirs() {
        List<String> operations = document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
        Property.seeded(SEED).holds(REQUESTS, random -> {
            String[] operation =
                    operations.get(random.nextInt(operations.size())).split(" ", 2);
            JsonNode description =
                    document.path("paths").path(operation[1]).path(operation[0].toLowerCase(Locale.ROOT));
            Sent sent = draw(operation[0], operation[1], description, random);
            check(sent, description, reply(sent));
        });
        assertThat(server.logged).noneMatch(line -> line.startsWith("BROKE"));
        Reply after = reply(new Sent(
                "bob",
                "POST",
                "/v1/chat/completions",
                "",
                "{\"model\": \"scripted\", \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}"));
        assertThat(after.status()).as("afterwards").isEqualTo(200);
    }

    private Sent draw(String method, String pattern, JsonNode description, RandomGenerator random) {
        String id = ids.get(random.nextInt(ids.size()));
        String path = pattern.replace("{id}", id).replace("{model}", random.nextInt(3) == 0 ? "scripted" : id)
                + query(description, random);
        String body = "";
        if (method.equals("POST")) {
            JsonNode schema = description
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            body = schema.isMissingNode() ? "{}" : fuzzer.body(schema, random);
        }
        String tenant = random.nextInt(40) == 0 ? "nobody" : TENANTS.get(random.nextInt(TENANTS.size()));
        return new Sent(tenant, method, path, pattern.contains("{id}") ? id : "", body);
    }

    private Reply reply(Sent sent) {
        return server.send(server.request(sent.path())
                .header("Authorization", "Bearer " + sent.tenant())
                .method(
                        sent.method(),
                        sent.method().equals("POST")
                                ? HttpRequest.BodyPublishers.ofString(sent.body())
                                : HttpRequest.BodyPublishers.noBody()));
    }

    private void check(Sent sent, JsonNode description, Reply reply) {
        String what = sent + " → " + reply.body();
        assertThat(reply.status()).as(what).isNotEqualTo(500);
        if (sent.path().length() < 200) {
            assertThat(description.path("responses").propertyNames())
                    .as(what)
                    .contains(Integer.toString(reply.status()));
        }
        if (reply.status() >= 400) {
            assertThat(reply.json().path("error").propertyNames())
                    .as(what)
                    .containsExactlyInAnyOrder("message", "type", "param", "code");
        }
        assertThat(reply.body()).as(what).doesNotContain(SECRET);
        if (reply.status() == 200 && owners.containsKey(sent.id())) {
            assertThat(owners.get(sent.id())).as("who has it: %s", what).isEqualTo(sent.tenant());
        }
        if (reply.status() == 200 && sent.path().startsWith("/v1/responses")) {
            found(ID, reply, id -> {
                owners.putIfAbsent(id, sent.tenant());
                ids.add(id);
                fuzzer.hear(id);
                if (ids.size() > 50) {
                    ids.remove(5);
                }
            });
            found(SEALED, reply, fuzzer::hear);
        }
    }

    private static void found(Pattern pattern, Reply reply, Consumer<String> hear) {
        Matcher matcher = pattern.matcher(reply.body());
        if (matcher.find()) {
            hear.accept(matcher.group(1));
        }
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
