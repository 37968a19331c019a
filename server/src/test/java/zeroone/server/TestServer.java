package zeroone.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeroone.server.auth.Authenticator;
import zeroone.server.auth.Caller;
import zeroone.server.feedback.FeedbackFile;
import zeroone.server.inference.EffortTable;
import zeroone.server.inference.Ledger;
import zeroone.server.inference.Models;
import zeroone.server.inference.QuestionVerifier;
import zeroone.server.inference.ServedModel;
import zeroone.server.jobs.BackgroundJobs;
import zeroone.server.jobs.ResponseStore;
import zeroone.server.responses.MemoryResponseStore;
import zeroone.server.responses.ResponseServices;
import zeroone.server.schema.Grammars;
import zeroone.server.thought.CipherKeys;
import zeroone.server.thought.SealedThought;
import zeroone.server.thought.ThoughtCipher;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ByteTokenizer;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.CounterRandom;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.template.ChatTemplate;
import zeroone.text.template.PromptEncoder;

/** A server over a scripted model, and a client of it. */
final class TestServer implements AutoCloseable {
    static final ByteTokenizer TOKENIZER = new ByteTokenizer();
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final int CONTEXT = 4096;

    private static final Map<String, Integer> SPECIAL = Map.of("<think>", 256, "</think>", 257, "<|end|>", 258);
    private static final JsonMapper JSON = new JsonMapper();

    final ReasoningServer server;
    final Path feedback = Files.createTempDirectory("feedback").resolve("feedback.jsonl");
    final List<String> logged = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    /** Everything that the server sent to this client. */
    final List<String> received = new CopyOnWriteArrayList<>();

    /** A server event. */
    record Event(String name, String data) {
        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    /** A whole reply. */
    record Reply(int status, HttpResponse<?> response, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private TestServer(ServerConfig config, StreamingGenerator generator, Options options) throws IOException {
        ServedModel model = served(generator, options.verifier);
        AccessLog log = new AccessLog() {
            @Override
            public void answered(Entry entry) {
                logged.add(entry.toString());
            }

            @Override
            public void broke(String requestId, Throwable failure) {
                failure.printStackTrace();
                logged.add("BROKE " + requestId + " " + failure);
            }
        };
        server = ReasoningServer.start(
                config,
                new ReasoningServer.Surroundings(
                        new Models(List.of(model)),
                        new ResponseServices(options.sealer, options.store.get(), options.jobs),
                        new FeedbackFile(feedback),
                        options.ledger.get(),
                        options.authenticator,
                        options.keyed,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        System::nanoTime,
                        CounterRandom.of(1).sequence(),
                        log,
                        "test"));
    }

    /** The model under the name "scripted". */
    static ServedModel served(StreamingGenerator generator, QuestionVerifier verifier) {
        return new ServedModel(
                "scripted",
                generator,
                TOKENIZER,
                new PromptEncoder(TOKENIZER, SPECIAL, ChatTemplate.plain()),
                ChatTemplate.plain().source(),
                Map.of(256, "<think>", 257, "</think>", 258, "<|end|>", 259, "<|pad|>"),
                Optional.of(new ByteScorer()),
                EffortTable.ofContext(CONTEXT),
                verifier,
                new Grammars(TOKENIZER),
                NOW);
    }

    /** What differs from the usual. */
    record Options(
            Authenticator authenticator,
            boolean keyed,
            QuestionVerifier verifier,
            SealedThought sealer,
            Optional<BackgroundJobs> jobs,
            Supplier<ResponseStore> store,
            Supplier<Ledger> ledger) {
        static final CipherKeys KEYS = new CipherKeys(List.of(new CipherKeys.Key(7, new byte[32])));

        static final Options USUAL = new Options(
                Authenticator.open(Caller.anonymous(ThoughtVisibility.VISIBLE)),
                false,
                QuestionVerifier.NONE,
                new SealedThought(
                        new ThoughtCipher(KEYS, Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom()),
                        Duration.ofHours(1)),
                Optional.empty(),
                () -> new MemoryResponseStore(100),
                () -> Ledger.empty(System::nanoTime));

        Options thoughts(ThoughtVisibility most) {
            return new Options(
                    Authenticator.open(Caller.anonymous(most)), keyed, verifier, sealer, jobs, store, ledger);
        }

        Options jobs(BackgroundJobs background) {
            return new Options(authenticator, keyed, verifier, sealer, Optional.of(background), store, ledger);
        }

        Options store(ResponseStore keeps) {
            return new Options(authenticator, keyed, verifier, sealer, jobs, () -> keeps, ledger);
        }

        Options ledger(Ledger counts) {
            return new Options(authenticator, keyed, verifier, sealer, jobs, store, () -> counts);
        }

        Options keys(Authenticator keys) {
            return new Options(keys, true, verifier, sealer, jobs, store, ledger);
        }

        Options verifier(QuestionVerifier knows) {
            return new Options(authenticator, keyed, knows, sealer, jobs, store, ledger);
        }
    }

    static final ServerConfig CONFIG = ServerConfig.DEFAULT
            .listeningOn("127.0.0.1", 0)
            .withKeepAlive(Duration.ofMillis(100))
            .withGrace(Duration.ofSeconds(2));

    static TestServer of(StreamingGenerator generator) throws IOException {
        return of(generator, Options.USUAL, UnaryOperator.identity());
    }

    static TestServer of(StreamingGenerator generator, Options options) throws IOException {
        return of(generator, options, UnaryOperator.identity());
    }

    static TestServer of(StreamingGenerator generator, Options options, UnaryOperator<ServerConfig> config)
            throws IOException {
        return new TestServer(config.apply(CONFIG), generator, options);
    }

    /** A model that always thinks and says the same, or each of several in turn. */
    static ScriptedGenerator says(String thought, String... answers) {
        return says(ScriptedGenerator.Pace.AT_ONCE, thought, answers);
    }

    static ScriptedGenerator says(ScriptedGenerator.Pace pace, String thought, String... answers) {
        List<int[]> scripts = Stream.of(answers)
                .map(answer -> ScriptedGenerator.script(TOKENIZER, thought, answer))
                .toList();
        return new ScriptedGenerator(CONTEXT, TOKENIZER, ScriptedGenerator.inTurn(scripts), pace);
    }

    URI uri(String path) {
        return server.address().resolve(path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
    }

    Reply post(String path, String json) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = answered(request.build());
            received.add(response.body());
            received.add(response.headers().map().toString());
            return new Reply(response.statusCode(), response, response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Once more on a new connection if the server has closed the kept one meanwhile, as clients do. */
    private HttpResponse<String> answered(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** All events of a stream; comments are left out. */
    List<Event> stream(String path, String json) {
        return events(post(path, json).body());
    }

    static List<Event> events(String body) {
        List<Event> events = new ArrayList<>();
        String name = "";
        for (String line : body.split("\n", -1)) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                events.add(new Event(name, line.substring(6)));
                name = "";
            }
        }
        return events;
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
