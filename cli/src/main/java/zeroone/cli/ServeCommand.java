package zeroone.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.model.ModelChoice;
import zeroone.cli.model.ReasoningModel;
import zeroone.cli.serve.JsonAccessLog;
import zeroone.cli.serve.ServeState;
import zeroone.cli.serve.TaskVerifiers;
import zeroone.engine.EngineThread;
import zeroone.server.AccessLog;
import zeroone.server.ReasoningServer;
import zeroone.server.ServerConfig;
import zeroone.server.TlsConfig;
import zeroone.server.auth.Authenticator;
import zeroone.server.auth.Caller;
import zeroone.server.auth.KeyFile;
import zeroone.server.auth.Keyring;
import zeroone.server.feedback.FeedbackFile;
import zeroone.server.inference.Effort;
import zeroone.server.inference.EffortTable;
import zeroone.server.inference.Ledger;
import zeroone.server.inference.Models;
import zeroone.server.inference.ReasoningField;
import zeroone.server.inference.ServedModel;
import zeroone.server.jobs.DurableJobs;
import zeroone.server.jobs.JobDatabase;
import zeroone.server.jobs.JobSettings;
import zeroone.server.jobs.StoreUnavailableException;
import zeroone.server.responses.ResponseInterpreter;
import zeroone.server.responses.ResponseMeter;
import zeroone.server.responses.ResponseServices;
import zeroone.server.schema.Grammars;
import zeroone.server.thought.SealedThought;
import zeroone.server.thought.ThoughtCipher;
import zeroone.server.thought.ThoughtVisibility;
import zeroone.tasks.Grader;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.text.generation.StreamingGenerator;
import zeroone.text.template.ChatTemplate;

/** Answers OpenAI's clients. */
@Command(
        name = "serve",
        description = {
            "Serves a model through OpenAI's API: chat completions, responses, completions.",
            "Without keys it listens on this machine only; ./zeroone keys add makes one."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration SEALS_LIVE = Duration.ofDays(30);
    private static final int KEPT_RESPONSES = 1000;
    /** That run at once; more wait. */
    static final int SEQUENCES = 64;

    private final Surroundings surroundings;
    /** Stops the server when it reaches zero. */
    private final CountDownLatch stop;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "A model directory (default: that of the newest finished run, else the bundled base model).")
    private Optional<Path> model = Optional.empty();

    @Mixin
    private WeightsOption weights = new WeightsOption();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What clients call it (default: its directory's name).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Where to listen (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "0 for a free one (default: 8000).")
    private int port = 8000;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where keys, feedback and jobs are kept (default: serve).")
    private Optional<Path> state = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Where responses and background thoughts are kept: jdbc:sqlite:FILE, or"
                    + " jdbc:postgresql://HOST/DATABASE, which servers can share (default: jobs.db in the state"
                    + " directory).")
    private Optional<String> database = Optional.empty();

    @Option(
            names = "--thoughts",
            description = "hidden, summary or visible: what is seen of thoughts without a key (default: summary).")
    private ThoughtVisibility thoughts = ThoughtVisibility.SUMMARY;

    @Option(
            names = "--effort",
            paramLabel = "EFFORT=TOKENS",
            description = "How many tokens an effort may think; may be given several times.")
    private Map<Effort, Integer> efforts = new LinkedHashMap<>();

    @Option(
            names = "--reasoning-field",
            description = "reasoning_content, reasoning or both: what chat completions call a thought"
                    + " (default: reasoning_content).")
    private ReasoningField reasoningField = ReasoningField.REASONING_CONTENT;

    @Option(names = "--strict", description = "Refuse parameters that OpenAI's reasoning models refuse.")
    private boolean strict;

    @Option(names = "--max-samples", paramLabel = "N", description = "Samples that run or wait at once (default: 512).")
    private int mostSamples = ServerConfig.DEFAULT.mostSamples();

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "A PKCS#12 keystore; its password is read from ZEROONE_TLS_PASSWORD.")
    private Optional<Path> tls = Optional.empty();

    @Option(names = "--quiet", description = "No line for each request.")
    private boolean quiet;

    ServeCommand(Surroundings surroundings) {
        this(surroundings, new CountDownLatch(1));
    }

    ServeCommand(Surroundings surroundings, CountDownLatch stop) {
        this.surroundings = surroundings;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = model.orElseGet(() -> ModelChoice.newest(surroundings.home()));
        ServeState kept = state.map(ServeState::new).orElseGet(() -> ServeState.in(surroundings.home()));
        SecureRandom random = new SecureRandom();
        ThoughtCipher cipher = new ThoughtCipher(kept.seals(random).read(), surroundings.clock(), random);
        SealedThought sealer = new SealedThought(cipher, SEALS_LIVE);
        // Closed from the last to the first: jobs write down what they have while the engine still runs.
        try (ReasoningModel loaded = ReasoningModel.load(directory, DType.FLOAT32, Device.CPU);
                EngineThread engine =
                        loaded.service(SEQUENCES, weights.format(), memory.engine(surroundings.out()::println));
                JobDatabase store = open(database.orElseGet(kept::database), cipher)) {
            Models models = new Models(List.of(served(directory, loaded, engine)));
            Ledger ledger = Ledger.empty(System::nanoTime);
            try (DurableJobs jobs =
                            jobs(store, new ResponseInterpreter(models, sealer), ledger, called(directory), engine);
                    ReasoningServer server = ReasoningServer.start(
                            config(),
                            from(
                                    kept,
                                    models,
                                    new ResponseServices(sealer, store.responses(KEPT_RESPONSES), Optional.of(jobs)),
                                    ledger,
                                    random))) {
                surroundings
                        .out()
                        .println("serving " + called(directory) + " on " + server.address() + "/v1"
                                + (keyed(kept.keys()) ? "" : " to this machine, without keys") + "; Ctrl-C stops");
                surroundings.out().flush();
                // A termination by the system waits until everything is closed.
                Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop-serving"));
                stop.await();
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private static JobDatabase open(String url, ThoughtCipher cipher) {
        try {
            return JobDatabase.open(url, cipher);
        } catch (IllegalStateException | StoreUnavailableException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private DurableJobs jobs(
            JobDatabase store,
            ResponseInterpreter interpreter,
            Ledger ledger,
            String served,
            StreamingGenerator engine) {
        return DurableJobs.start(
                store,
                interpreter,
                Map.of(served, engine),
                JobSettings.DEFAULTS,
                new ResponseMeter(ledger),
                ManagementFactory.getRuntimeMXBean().getName(),
                surroundings.clock(),
                System::nanoTime);
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerConfig config() {
        ServerConfig config = ServerConfig.DEFAULT
                .listeningOn(host, port)
                .withReasoningField(reasoningField)
                .withStrict(strict)
                .withMostSamples(mostSamples);
        return tls.map(keystore -> config.withTls(new TlsConfig(
                        keystore,
                        Optional.ofNullable(surroundings.environment().get("ZEROONE_TLS_PASSWORD"))
                                .orElseThrow(() -> new UserException(
                                        "--tls needs the keystore's password in ZEROONE_TLS_PASSWORD")))))
                .orElse(config);
    }

    private ServedModel served(Path directory, ReasoningModel loaded, EngineThread engine) {
        EffortTable table = EffortTable.ofContext(engine.contextLength());
        for (Map.Entry<Effort, Integer> effort : efforts.entrySet()) {
            table = table.with(effort.getKey(), effort.getValue());
        }
        return new ServedModel(
                called(directory),
                engine,
                loaded.tokenizer(),
                loaded.prompts(),
                ChatTemplate.load(directory).source(),
                loaded.tokenizer().specialTokens().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (first, _) -> first)),
                Optional.of(engine),
                table,
                new TaskVerifiers(new Grader(Duration.ofSeconds(10))),
                new Grammars(loaded.tokenizer()),
                surroundings.clock().instant());
    }

    private ReasoningServer.Surroundings from(
            ServeState kept, Models models, ResponseServices responses, Ledger ledger, SecureRandom random)
            throws IOException {
        boolean keyed = keyed(kept.keys());
        return new ReasoningServer.Surroundings(
                models,
                responses,
                new FeedbackFile(kept.feedback()),
                ledger,
                keyed ? Keyring.of(kept.keys(), surroundings.clock()) : Authenticator.open(Caller.anonymous(thoughts)),
                keyed,
                surroundings.clock(),
                System::nanoTime,
                random,
                quiet ? AccessLog.NONE : new JsonAccessLog(surroundings.err(), surroundings.clock()),
                new Version().getVersion()[0]);
    }

    private static boolean keyed(KeyFile keys) throws IOException {
        return !keys.read().isEmpty();
    }

    private String called(Path directory) {
        return name.orElseGet(
                () -> Optional.ofNullable(directory.toAbsolutePath().normalize().getFileName())
                        .map(Path::toString)
                        .orElse("zeroone"));
    }
}
