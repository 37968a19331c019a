package zeroone.cli.bench.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.cli.model.EngineMemory;
import zeroone.cli.model.ReasoningModel;
import zeroone.engine.EngineThread;
import zeroone.server.AccessLog;
import zeroone.server.ReasoningServer;
import zeroone.server.ServerConfig;
import zeroone.server.auth.Authenticator;
import zeroone.server.auth.Caller;
import zeroone.server.feedback.FeedbackFile;
import zeroone.server.inference.EffortTable;
import zeroone.server.inference.Ledger;
import zeroone.server.inference.Models;
import zeroone.server.inference.QuestionVerifier;
import zeroone.server.inference.ServedModel;
import zeroone.server.responses.MemoryResponseStore;
import zeroone.server.responses.ResponseServices;
import zeroone.server.schema.Grammars;
import zeroone.server.thought.CipherKeys;
import zeroone.server.thought.SealedThought;
import zeroone.server.thought.ThoughtCipher;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.tasks.Split;
import zeroone.tasks.Task;

/**
 * Many streams at once on a server in this process, and the same requests on its engine alone, in turns: what serving costs
 * is the difference. Every thought is shown, so that each token is sent.
 */
public final class ServeBench {
    private static final String MODEL = "measured";

    private final Settings settings;
    private final Task task;

    /**
     * How much is measured.
     *
     * @param streams at once
     * @param requests in all, of each round
     * @param tokens of each reply at most; three quarters of them are thought at least
     * @param sequences that the engine runs at once; more wait
     * @param rounds of server and engine; the first of each warms up, too, if there are several
     */
    public record Settings(int streams, int requests, int tokens, int sequences, int rounds) {
        public Settings {
            if (streams < 1 || requests < streams || tokens < 8 || sequences < 1 || rounds < 1) {
                throw new IllegalArgumentException("a bench of a server needs at least one stream, as many requests,"
                        + " 8 tokens, 1 sequence and 1 round: " + streams + ", " + requests + ", " + tokens + ", "
                        + sequences + ", " + rounds);
            }
        }
    }

    /** One round; the engine alone is missing where it is that of another process. */
    public record Round(LoadFigures served, Optional<Double> engineTokensPerSecond) {}

    public ServeBench(Settings settings, Task task) {
        this.settings = settings;
        this.task = task;
    }

    /** Measures a model in this process. */
    public void run(ReasoningModel model, Consumer<Round> measured) throws IOException, InterruptedException {
        try (EngineThread engine =
                model.service(settings.sequences(), model.format(), EngineMemory.available(_ -> {}))) {
            RememberingGenerator remembering = new RememberingGenerator(engine);
            try (ReasoningServer server = server(model, remembering)) {
                for (int round = 0; round < settings.rounds(); round++) {
                    LoadFigures served = load(MODEL, round).run(server.address());
                    BareEngine.Run bare = new BareEngine(engine).run(remembering.asked(), settings.streams());
                    measured.accept(new Round(served, Optional.of(bare.tokensPerSecond())));
                }
            }
        }
    }

    /** Measures a server that runs somewhere. */
    public void run(URI server, String name, Consumer<Round> measured) throws IOException, InterruptedException {
        for (int round = 0; round < settings.rounds(); round++) {
            measured.accept(new Round(load(name, round).run(server), Optional.empty()));
        }
    }

    private Load load(String name, int round) {
        List<String> bodies = new ArrayList<>();
        IntStream.range(0, settings.requests()).forEach(i -> bodies.add(body(name, round, i)));
        return new Load(bodies, settings.streams());
    }

    private String body(String name, int round, int index) {
        int number = round * settings.requests() + index;
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("model", name)
                .put("stream", true)
                .put("seed", number)
                .put("max_tokens", settings.tokens())
                .put("reasoning_effort", "max");
        body.putObject("stream_options").put("include_usage", true);
        body.putArray("messages")
                .addObject()
                .put("role", "user")
                .put("content", task.problems().problem(Split.TEST, 0, number).prompt());
        body.putObject("zeroone").put("min_thinking_tokens", settings.tokens() * 3 / 4 - 1);
        return JsonMapper.shared().writeValueAsString(body);
    }

    private ReasoningServer server(ReasoningModel model, RememberingGenerator generator) throws IOException {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        CipherKeys keys = new CipherKeys(List.of(new CipherKeys.Key(1, new byte[32])));
        ServedModel served = new ServedModel(
                MODEL,
                generator,
                model.tokenizer(),
                model.prompts(),
                "",
                Map.of(),
                Optional.empty(),
                EffortTable.ofContext(model.contextLength()),
                QuestionVerifier.NONE,
                new Grammars(model.tokenizer()),
                clock.instant());
        return ReasoningServer.start(
                ServerConfig.DEFAULT
                        .listeningOn("127.0.0.1", 0)
                        .withMostSamples(Math.max(ServerConfig.DEFAULT.mostSamples(), settings.streams()))
                        .withGrace(Duration.ZERO),
                new ReasoningServer.Surroundings(
                        new Models(List.of(served)),
                        new ResponseServices(
                                new SealedThought(new ThoughtCipher(keys, clock, random), Duration.ofHours(1)),
                                new MemoryResponseStore(1),
                                Optional.empty()),
                        new FeedbackFile(Path.of(System.getProperty("java.io.tmpdir"), "feedback.jsonl")),
                        Ledger.empty(System::nanoTime),
                        Authenticator.open(Caller.anonymous(ThoughtVisibility.VISIBLE)),
                        false,
                        clock,
                        System::nanoTime,
                        random,
                        AccessLog.NONE,
                        "bench"));
    }
}
