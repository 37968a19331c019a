package zeroone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import zeroone.cli.bench.EngineBench;
import zeroone.cli.bench.EngineFigure;
import zeroone.cli.bench.EngineSubject;
import zeroone.cli.bench.EngineTable;
import zeroone.cli.bench.Machine;
import zeroone.cli.bench.NamedShape;
import zeroone.cli.bench.PrecisionCost;
import zeroone.engine.MachineMemory;
import zeroone.engine.MemoryPlan;
import zeroone.evaluation.scaling.InferenceFlops;
import zeroone.evaluation.scaling.ModelShape;
import zeroone.model.CausalLm;
import zeroone.model.ModelDirectory;
import zeroone.tensor.DType;
import zeroone.tensor.Device;
import zeroone.tensor.NativeLibrary;
import zeroone.tensor.WeightFormat;

/** Measures reading and writing over batch sizes and depths. */
@Command(
        name = "engine",
        description = {
            "Measures how fast the engine reads prompts and generates, over batch sizes and depths, and which share of the"
                    + " machine's arithmetic and memory bandwidth that is.",
            "Through the whole engine: scheduling and sampling are counted, reading text is not."
        })
final class EngineBenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--model", paramLabel = "DIR", description = "A model directory (default: models/base-tiny).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--shape",
            paramLabel = "SHAPE",
            description = "Random weights instead of a model: ${COMPLETION-CANDIDATES} (17 and 600 million weights).")
    private Optional<NamedShape> shape = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "FORMAT",
            defaultValue = "BFLOAT16",
            description = "How weights are kept: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private WeightFormat weights = WeightFormat.BFLOAT16;

    @Option(
            names = {"-p", "--prompt"},
            split = ",",
            paramLabel = "N",
            defaultValue = "512",
            description = "Lengths of prompts, at most two less than the model's context (default: ${DEFAULT-VALUE}).")
    private List<Integer> prompts = List.of(512);

    @Option(
            names = {"-n", "--tokens"},
            paramLabel = "N",
            defaultValue = "128",
            description = "Tokens to generate a sequence (default: ${DEFAULT-VALUE}).")
    private int tokens = 128;

    @Option(
            names = {"-b", "--batch"},
            split = ",",
            paramLabel = "N",
            defaultValue = "1,8,32,128",
            description = "Sequences at the same time (default: ${DEFAULT-VALUE}).")
    private List<Integer> batches = List.of(1, 8, 32, 128);

    @Option(
            names = {"-d", "--depth"},
            split = ",",
            paramLabel = "N",
            defaultValue = "0",
            description = "Tokens that a sequence has before (default: ${DEFAULT-VALUE}).")
    private List<Integer> depths = List.of(0);

    @Option(
            names = {"-r", "--repetitions"},
            paramLabel = "N",
            defaultValue = "5",
            description = "Of each measurement (default: ${DEFAULT-VALUE}).")
    private int repetitions = 5;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            defaultValue = "0",
            description = "Cores; 0 takes all (default: ${DEFAULT-VALUE}).")
    private int threads = 0;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "MARKDOWN",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EngineTable output = EngineTable.MARKDOWN;

    EngineBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (model.isPresent() && shape.isPresent()) {
            throw new UserException("--model and --shape exclude each other; leave one out");
        }
        DType precision = weights.activations();
        int cores = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        PrintStream out = surroundings.out();
        NativeLibrary.useThreads(cores); // before anything is computed; the machine is measured with them, too
        try (CausalLm loaded = load(precision)) {
            Machine machine = Machine.measure(Device.CPU, 2048, 512_000_000L);
            var config = loaded.config();
            InferenceFlops flops = new InferenceFlops(
                    new ModelShape(loaded.productParameterCount(), config.layers(), config.heads(), config.headSize()));
            EngineBench bench = new EngineBench(
                    loaded,
                    weights,
                    flops,
                    machine,
                    new EngineBench.Settings(prompts, tokens, batches, depths, repetitions, cores));
            MemoryPlan largest = bench.largest();
            MachineMemory memory = MachineMemory.now();
            memory.require(largest);
            memory.require(PrecisionCost.plan(loaded, cores));
            for (int length : bench.tooLong()) {
                surroundings
                        .err()
                        .println("a prompt of " + length + " tokens does not fit into the model's context of "
                                + config.maxPositions() + " with what follows it; " + bench.longestPrompt()
                                + " tokens are read instead");
            }
            List<EngineFigure> figures = new ArrayList<>();
            EngineSubject subject = new EngineSubject(
                    name(), loaded.parameterCount(), weights, cores, machine, bench.precisionCost(), largest);
            out.print(output.head(subject));
            out.flush();
            bench.run(figure -> {
                out.print(output.row(subject, figure));
                out.flush();
                figures.add(figure);
            });
            out.print(output.foot(subject, figures, NativeLibrary.residentBytes()));
        }
        return 0;
    }

    private CausalLm load(DType precision) {
        if (shape.isPresent()) {
            return shape.get().model(precision);
        }
        Path directory = model.orElse(surroundings.home().resolve("models/base-tiny"));
        if (!Files.exists(directory.resolve("config.json"))) {
            throw new UserException("there is no model in " + directory);
        }
        return ModelDirectory.load(directory, precision, Device.CPU);
    }

    private String name() {
        return shape.map(s -> "random " + s)
                .orElseGet(() -> model.map(Path::toString).orElse("models/base-tiny"));
    }
}
