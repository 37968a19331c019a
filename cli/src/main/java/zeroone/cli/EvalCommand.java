package zeroone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.evaluate.Evaluation;
import zeroone.cli.evaluate.EvaluationTable;
import zeroone.cli.model.ReasoningModel;
import zeroone.engine.Engine;
import zeroone.tasks.Split;
import zeroone.tasks.Task;
import zeroone.tasks.catalog.ProblemFile;
import zeroone.tasks.catalog.Tasks;
import zeroone.tensor.DType;
import zeroone.tensor.Device;

/** Measures a model on a task, or on problems of one's own, at given thinking budgets. */
@Command(
        name = "eval",
        description = {
            "Measures a model: accuracy with its 95 %% interval, tokens and behaviour of its thoughts, budget by budget.",
            "--problems takes problems of your own, a JSON object a line:",
            "  {\"task\":\"countdown-3\",\"numbers\":[3,7,4],\"target\":25}",
            "  {\"question\":\"What is 2 + 2?\",\"answer\":\"4\",\"verifier\":\"number\"}"
        })
final class EvalCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "MODEL", description = "A model directory.")
    private Path model = Path.of("");

    @ArgGroup
    private Source source = new Source();

    private static final class Source {
        @Option(names = "--task", paramLabel = "TASK", description = "A task (default: countdown-3).")
        private String task = "countdown-3";

        @Option(names = "--problems", paramLabel = "FILE", description = "Problems of your own.")
        private Optional<Path> problems = Optional.empty();
    }

    @Mixin
    private WeightsOption weights = new WeightsOption();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @Option(names = "--skip-bad", description = "Leave out lines of --problems that are none, and list them.")
    private boolean skipBad;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "500",
            description = "Problems of the task, or the most of the file (default: ${DEFAULT-VALUE}).")
    private int count = 500;

    @Option(
            names = "--think",
            paramLabel = "N",
            arity = "1..*",
            description = "Thinking budgets in tokens (default: all that the context leaves).")
    private List<Integer> budgets = new ArrayList<>();

    @Option(
            names = "--samples",
            paramLabel = "K",
            defaultValue = "1",
            description = "Samples per problem; more give majority vote and pass@k, too (default: ${DEFAULT-VALUE}).")
    private int samples = 1;

    @Option(names = "--split", defaultValue = "test", description = "${COMPLETION-CANDIDATES} (default: test).")
    private Split split = Split.TEST;

    @Option(names = "--seed", description = "Of problems and samples (default: 0).")
    private long seed;

    @Option(
            names = "--answer",
            paramLabel = "N",
            description = "The most tokens of an answer (default: 64, or an eighth of a small context).")
    private Optional<Integer> answerTokens = Optional.empty();

    @Option(
            names = "--max-sequences",
            paramLabel = "N",
            defaultValue = "256",
            description = "Sampled at the same time (default: ${DEFAULT-VALUE}).")
    private int maxSequences = 256;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private Optional<Path> json = Optional.empty();

    EvalCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1 || samples < 1 || maxSequences < 1) {
            throw new UserException("--n, --samples and --max-sequences must be positive: " + count + ", " + samples
                    + ", " + maxSequences);
        }
        List<ProblemFile.Entry> problems = problems();
        try (ReasoningModel loaded = ReasoningModel.load(model, DType.FLOAT32, Device.CPU);
                Engine engine =
                        loaded.engine(maxSequences, weights.format(), memory.engine(surroundings.out()::println))) {
            Evaluation evaluation = new Evaluation(loaded, engine, problems, answerTokens, samples, seed);
            EvaluationTable table = new EvaluationTable(surroundings.out(), problems.size());
            for (int budget : budgets.isEmpty() ? List.of(evaluation.longestThought()) : budgets) {
                table.add(evaluation.at(budget));
            }
            if (json.isPresent()) {
                table.save(json.get(), model);
                surroundings.out().println("Written: " + json.get());
            }
        }
        return 0;
    }

    private List<ProblemFile.Entry> problems() throws IOException {
        if (source.problems.isEmpty()) {
            Task task = Tasks.named(source.task);
            return IntStream.range(0, count)
                    .mapToObj(i -> new ProblemFile.Entry(
                            task.problems().problem(split, seed, i),
                            task.problems().verifier()))
                    .toList();
        }
        Path file = source.problems.get();
        ProblemFile read = skipBad ? ProblemFile.readSkippingBadLines(file) : read(file);
        for (ProblemFile.BadLine bad : read.badLines()) {
            surroundings.err().println("skipped " + bad);
        }
        return read.entries().stream().limit(count).toList();
    }

    private static ProblemFile read(Path file) throws IOException {
        try {
            return ProblemFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage() + " (--skip-bad leaves such lines out)");
        }
    }
}
