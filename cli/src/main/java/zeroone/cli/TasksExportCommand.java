package zeroone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.tasks.Task;
import zeroone.tasks.catalog.ExportedProblem;
import zeroone.tasks.table.TableFile;

/** Writes problems of a task to a file. */
@Command(
        name = "export",
        description = {
            "Writes problems of a task to a file with the fields task, id, prompt and data,",
            "which 'eval --problems' and 'verify --problems' read back."
        })
final class TasksExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<Task> tasks;

    @Parameters(paramLabel = "TASK", description = "The name of a task, for example countdown-3.")
    private String name = "";

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private long count = 1000;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "Where to.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: parquet where the file's name ends so, else jsonl).")
    private Optional<TableFile.Format> format = Optional.empty();

    @Mixin
    private ProblemSelection selection = new ProblemSelection();

    TasksExportCommand(Surroundings surroundings, List<Task> tasks) {
        this.surroundings = surroundings;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public Integer call() throws IOException {
        Task task = TasksCommand.find(tasks, name);
        boolean parquet = file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        TableFile.write(
                file.toAbsolutePath(),
                format.orElse(parquet ? TableFile.Format.PARQUET : TableFile.Format.JSONL),
                selection.of(task, count).map(ExportedProblem::row).iterator());
        surroundings
                .out()
                .println("Written: " + file + ", " + count + " problems of " + task.name() + " ("
                        + selection.split().name().toLowerCase(Locale.ROOT) + ", seed " + selection.seed() + ")");
        return 0;
    }
}
