package zeroone.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.cli.bench.TaskBench;
import zeroone.cli.bench.TaskSpeed;
import zeroone.tasks.Task;

/** Measures how fast problems are made and answers judged. */
@Command(
        name = "tasks",
        description = {
            "Measures how many problems one core makes in a second, and how many answers it judges: right ones, the same"
                    + " with one character changed, and those of other problems, in turns.",
            "What is slower than " + TaskBenchCommand.PROBLEMS + " problems or " + TaskBenchCommand.VERDICTS
                    + " verdicts a second is marked \"<\"."
        })
final class TaskBenchCommand implements Callable<Integer> {
    static final int PROBLEMS = 5_000;
    static final int VERDICTS = 100_000;

    private final Surroundings surroundings;
    private final List<Task> tasks;

    @Parameters(
            arity = "0..*",
            paramLabel = "TASK",
            description = "Names of tasks, or how they begin (default: every task).")
    private List<String> names = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "0.2",
            description = "For each figure, and as long before it (default: ${DEFAULT-VALUE}).")
    private double seconds = 0.2;

    TaskBenchCommand(Surroundings surroundings, List<Task> tasks) {
        this.surroundings = surroundings;
        this.tasks = tasks;
    }

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= 60)) {
            throw new UserException("--seconds must be above 0 and at most 60: " + seconds);
        }
        for (String name : names) {
            if (tasks.stream().noneMatch(task -> task.name().startsWith(name))) {
                throw new UserException("there is no task whose name begins with \"" + name + "\"; see zeroone tasks");
            }
        }
        PrintStream out = surroundings.out();
        out.printf(
                "| %-26s | %11s   | %11s   | %5s |%n|%s|%n",
                "task",
                "problems/s",
                "verdicts/s",
                "right",
                "-".repeat(28) + "|" + "-".repeat(14) + ":|" + "-".repeat(14) + ":|------:");
        TaskBench bench = new TaskBench(seconds);
        tasks.stream()
                .filter(task -> names.isEmpty() || names.stream().anyMatch(task.name()::startsWith))
                .map(bench::measure)
                .forEach(speed -> out.print(row(speed)));
        return 0;
    }

    private static String row(TaskSpeed speed) {
        return String.format(
                Locale.ROOT,
                "| %-26s | %,11.0f %s | %,11.0f %s | %3.0f %% |%n",
                speed.task(),
                speed.problemsPerSecond(),
                speed.problemsPerSecond() < PROBLEMS ? "<" : " ",
                speed.verdictsPerSecond(),
                speed.verdictsPerSecond() < VERDICTS ? "<" : " ",
                100 * speed.right());
    }
}
