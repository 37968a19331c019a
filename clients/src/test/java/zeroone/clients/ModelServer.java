package zeroone.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import zeroone.server.AccessLog;
import zeroone.server.ReasoningServer;
import zeroone.server.ServerConfig;
import zeroone.server.auth.ApiKey;
import zeroone.server.auth.Authenticator;
import zeroone.server.auth.Caller;
import zeroone.server.auth.KeyFile;
import zeroone.server.auth.Keyring;
import zeroone.server.auth.NewKey;
import zeroone.server.auth.RateLimit;
import zeroone.server.feedback.FeedbackFile;
import zeroone.server.inference.EffortTable;
import zeroone.server.inference.Ledger;
import zeroone.server.inference.Models;
import zeroone.server.inference.QuestionVerifier;
import zeroone.server.inference.ServedModel;
import zeroone.server.jobs.DurableJobs;
import zeroone.server.jobs.JobDatabase;
import zeroone.server.jobs.JobSettings;
import zeroone.server.responses.ResponseInterpreter;
import zeroone.server.responses.ResponseMeter;
import zeroone.server.responses.ResponseServices;
import zeroone.server.schema.Grammars;
import zeroone.server.thought.CipherKeys;
import zeroone.server.thought.SealedThought;
import zeroone.server.thought.ThoughtCipher;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.testkit.ByteTokenizer;
import zeroone.testkit.ScriptedGenerator;
import zeroone.text.template.ChatTemplate;
import zeroone.text.template.PromptEncoder;

/** The server as {@code ./zeroone serve} wires it, with keys and background jobs, over a model that says its script. */
final class ModelServer implements AutoCloseable {
    static final String MODEL = "scripted";
    static final int CONTEXT = 4096;

    private static final ByteTokenizer TOKENIZER = new ByteTokenizer();
    private static final Map<String, Integer> SPECIAL = Map.of("<think>", 256, "</think>", 257, "<|end|>", 258);

    /** Sees thoughts as they are. */
    final String key;
    /** May ask twice a minute. */
    final String limitedKey;

    final ScriptedGenerator model;
    private final JobDatabase database;
    private final DurableJobs jobs;
    private final ReasoningServer server;

    private ModelServer(Path folder, ScriptedGenerator model, boolean keyed) throws IOException {
        this.model = model;
        SecureRandom random = new SecureRandom();
        NewKey free = NewKey.draw(random);
        NewKey limited = NewKey.draw(random);
        key = free.text();
        limitedKey = limited.text();
        KeyFile keys = new KeyFile(folder.resolve("keys.json"));
        keys.write(List.of(key(free, "alice", RateLimit.NONE), key(limited, "bob", new RateLimit(2, 0))));

        Clock clock = Clock.systemUTC();
        ThoughtCipher cipher =
                new ThoughtCipher(new CipherKeys(List.of(new CipherKeys.Key(1, new byte[32]))), clock, random);
        SealedThought sealer = new SealedThought(cipher, Duration.ofHours(1));
        Ledger ledger = Ledger.empty(System::nanoTime);
        Models models = new Models(List.of(served(model)));
        database = JobDatabase.open("jdbc:sqlite:" + folder.resolve("jobs.db"), cipher);
        jobs = DurableJobs.start(
                database,
                new ResponseInterpreter(models, sealer),
                Map.of(MODEL, model),
                JobSettings.DEFAULTS.withTimes(Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofDays(1)),
                new ResponseMeter(ledger),
                "here",
                clock,
                System::nanoTime);
        server = ReasoningServer.start(
                ServerConfig.DEFAULT.listeningOn("127.0.0.1", 0).withGrace(Duration.ofSeconds(1)),
                new ReasoningServer.Surroundings(
                        models,
                        new ResponseServices(sealer, database.responses(100), Optional.of(jobs)),
                        new FeedbackFile(folder.resolve("feedback.jsonl")),
                        ledger,
                        keyed
                                ? Keyring.of(keys, clock)
                                : Authenticator.open(Caller.anonymous(ThoughtVisibility.SUMMARY)),
                        keyed,
                        clock,
                        System::nanoTime,
                        random,
                        AccessLog.NONE,
                        "test"));
    }

    private static ApiKey key(NewKey key, String name, RateLimit limit) {
        return new ApiKey(
                key.id(), name, name, key.secret(), Set.of(), ThoughtVisibility.VISIBLE, false, limit, Instant.EPOCH);
    }

    private static ServedModel served(ScriptedGenerator model) {
        return new ServedModel(
                MODEL,
                model,
                TOKENIZER,
                new PromptEncoder(TOKENIZER, SPECIAL, ChatTemplate.plain()),
                ChatTemplate.plain().source(),
                Map.of(256, "<think>", 257, "</think>", 258, "<|end|>", 259, "<|pad|>"),
                Optional.of(new EvenScorer()),
                EffortTable.ofContext(CONTEXT),
                QuestionVerifier.NONE,
                new Grammars(TOKENIZER),
                Instant.parse("2026-11-01T12:00:00Z"));
    }

    /** Thinks and answers the same each time, or with each of several answers in turn. */
    static ModelServer says(Path folder, String thought, String... answers) throws IOException {
        return says(folder, ScriptedGenerator.Pace.AT_ONCE, thought, answers);
    }

    static ModelServer says(Path folder, ScriptedGenerator.Pace pace, String thought, String... answers)
            throws IOException {
        return new ModelServer(folder, model(pace, thought, answers), true);
    }

    /** Without keys, as it comes. */
    static ModelServer open(Path folder, String thought, String... answers) throws IOException {
        return new ModelServer(folder, model(ScriptedGenerator.Pace.AT_ONCE, thought, answers), false);
    }

    private static ScriptedGenerator model(ScriptedGenerator.Pace pace, String thought, String... answers) {
        List<int[]> scripts = Stream.of(answers)
                .map(answer -> ScriptedGenerator.script(TOKENIZER, thought, answer))
                .toList();
        return new ScriptedGenerator(CONTEXT, TOKENIZER, ScriptedGenerator.inTurn(scripts), pace);
    }

    /** What clients are given as base URL. */
    String url() {
        return server.address() + "/v1";
    }

    URI uri(String path) {
        return server.address().resolve(path);
    }

    @Override
    public void close() {
        server.close();
        jobs.close();
        database.close();
    }
}
