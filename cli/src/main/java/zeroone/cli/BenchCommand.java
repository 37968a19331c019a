package zeroone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeroone.cli.bench.Machine;
import zeroone.cli.bench.RolloutBench;
import zeroone.cli.bench.Soak;
import zeroone.cli.bench.SoakResult;
import zeroone.cli.bench.Throughput;
import zeroone.cli.bench.TrainingBench;
import zeroone.cli.model.EngineMemory;
import zeroone.cli.model.ReasoningModel;
import zeroone.cli.train.Precision;
import zeroone.engine.EngineThread;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.catalog.Tasks;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;

/** Measures sampling and training, and what this machine would allow. */
@Command(
        name = "bench",
        description = {
            "Measures how fast this machine samples and trains, and as which share of what it can do at most.",
            "Nothing is written to the model."
        })
final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--model", paramLabel = "DIR", description = "A model directory (default: models/base-tiny).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--task",
            defaultValue = "countdown-3",
            description = "Where prompts and worked solutions come from (default: ${DEFAULT-VALUE}).")
    private String task = "countdown-3";

    @Option(
            names = "--precision",
            defaultValue = "bfloat16",
            description = "Of the products: float32 or bfloat16 (default: ${DEFAULT-VALUE}).")
    private Precision precision = Precision.BFLOAT16;

    @Option(
            names = "--sequences",
            paramLabel = "N",
            defaultValue = "256",
            description = "Sampled at the same time, 16 a prompt where it divides them (default: ${DEFAULT-VALUE}).")
    private int sequences = 256;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "128",
            description = "Of each completion (default: ${DEFAULT-VALUE}).")
    private int tokens = 128;

    @Option(
            names = "--training-tokens",
            paramLabel = "N",
            defaultValue = "16384",
            description = "Of a training step (default: ${DEFAULT-VALUE}).")
    private int trainingTokens = 16384;

    @Option(
            names = "--product-size",
            paramLabel = "N",
            defaultValue = "2048",
            description = "Rows and columns of the products that show the peak (default: ${DEFAULT-VALUE}).")
    private int productSize = 2048;

    @Option(
            names = "--copy-megabytes",
            paramLabel = "N",
            defaultValue = "512",
            description = "Of the memory that is read and copied to show its bandwidth (default: ${DEFAULT-VALUE}).")
    private int copyMegabytes = 512;

    @Option(
            names = "--soak",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Instead: answer N short requests, some cancelled and some forked, and show how much memory is in use"
                            + " meanwhile; fails if a request does, or if memory grows in the second half.")
    private int soak;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private Optional<Path> json = Optional.empty();

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (sequences < 1 || tokens < 2 || trainingTokens < 1 || productSize < 1 || copyMegabytes < 1) {
            throw new UserException("--sequences, --training-tokens, --product-size and --copy-megabytes must be"
                    + " positive and --tokens at least 2: " + sequences + ", " + trainingTokens + ", " + productSize
                    + ", " + copyMegabytes + ", " + tokens);
        }
        Task chosen = Tasks.named(task);
        Path directory = model.orElse(surroundings.home().resolve("models/base-tiny"));
        PrintStream out = surroundings.out();
        try (ReasoningModel loaded = ReasoningModel.load(directory, precision.dtype(), Device.CPU)) {
            out.printf(
                    Locale.ROOT,
                    "%s: %,d weights, %s, %d threads%n",
                    directory,
                    loaded.weights().parameterCount(),
                    precision.name().toLowerCase(Locale.ROOT),
                    NativeLibrary.threads());
            try (EngineThread engine =
                    loaded.service(sequences, loaded.format(), EngineMemory.available(out::println))) {
                if (soak > 0) {
                    soak(loaded, chosen, engine);
                    return 0;
                }
            }
            Machine machine = Machine.measure(Device.CPU, productSize, copyMegabytes * 1_000_000L);
            out.println("machine   " + machine.summary());
            Throughput rollout =
                    new RolloutBench(loaded, chosen, tokens).measure(machine, sequences, sequences % 16 == 0 ? 16 : 1);
            show("rollout", rollout);
            Throughput training = new TrainingBench(loaded, chosen).measure(machine, trainingTokens);
            show("training", training);
            if (json.isPresent()) {
                write(json.get(), machine, rollout, training);
                out.println("Written: " + json.get());
            }
        }
        return 0;
    }

    private void soak(ReasoningModel loaded, Task chosen, EngineThread engine) {
        Soak requests = new Soak(
                index -> loaded.prompt(
                        chosen.problems().problem(Split.TEST, 0, index % 512).prompt()),
                BenchCommand::settledBytes,
                NativeLibrary::liveObjects);
        SoakResult result = requests.run(engine, soak, sequences, surroundings.out()::println);
        surroundings.out().println(result);
        result.failure().ifPresent(why -> {
            throw new UserException("the soak failed: " + why);
        });
    }

    /** Resident memory without what Java would clear sooner or later. */
    private static long settledBytes() {
        System.gc();
        return NativeLibrary.residentBytes();
    }

    private void show(String what, Throughput throughput) {
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "%-9s %,.0f tokens/s, %.2f ms a step: %.1f %% of the arithmetic peak, %.1f %% of the memory"
                                + " bandwidth, calls %.1f %% of the time; bound by %s%n",
                        what,
                        throughput.tokensPerSecond(),
                        1e3 * throughput.stepSeconds(),
                        100 * throughput.arithmetic(),
                        100 * throughput.memory(),
                        100 * throughput.calls(),
                        throughput.bound());
    }

    private static void write(Path file, Machine machine, Throughput rollout, Throughput training) throws IOException {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.putObject("machine")
                .put("threads", NativeLibrary.threads())
                .put("float32_flops", machine.float32Flops())
                .put("bfloat16_flops", machine.bfloat16Flops())
                .put("bytes_per_second", machine.copyBytesPerSecond())
                .put("read_bytes_per_second", machine.readBytesPerSecond());
        put(root.putObject("rollout"), rollout);
        put(root.putObject("training"), training);
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void put(ObjectNode node, Throughput throughput) {
        node.put("tokens_per_second", throughput.tokensPerSecond())
                .put("step_seconds", throughput.stepSeconds())
                .put("arithmetic_share", throughput.arithmetic())
                .put("memory_share", throughput.memory())
                .put("call_share", throughput.calls())
                .put("bound", throughput.bound());
    }
}
