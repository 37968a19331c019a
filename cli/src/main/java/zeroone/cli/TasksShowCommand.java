package zeroone.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zeroone.tasks.Difficulty;
import zeroone.tasks.Problem;
import zeroone.tasks.Task;
import zeroone.tasks.WorkedSolution;
import zeroone.text.CounterRandom;

/** Prints problems of a task. */
@Command(name = "show", description = "Prints problems of a task, with what they cost to solve.")
final class TasksShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<Task> tasks;

    @Parameters(paramLabel = "TASK", description = "The name of a task, for example countdown-3.")
    private String name = "";

    @Option(names = "-n", paramLabel = "N", defaultValue = "3", description = "How many (default: ${DEFAULT-VALUE}).")
    private long count = 3;

    @Option(names = "--solve", description = "Show a worked solution of each, too; it may be wrong.")
    private boolean solve;

    @Mixin
    private ProblemSelection selection = new ProblemSelection();

    TasksShowCommand(Surroundings surroundings, List<Task> tasks) {
        this.surroundings = surroundings;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public Integer call() {
        Task task = TasksCommand.find(tasks, name);
        AtomicLong number = new AtomicLong(selection.from());
        selection.of(task, count).forEach(problem -> show(task, problem, number.getAndIncrement()));
        return 0;
    }

    private void show(Task task, Problem problem, long number) {
        PrintStream out = surroundings.out();
        Difficulty difficulty = task.difficulty().measure(problem);
        String axes = difficulty.axes().entrySet().stream()
                .map(axis -> axis.getKey() + " " + axis.getValue() + ", ")
                .collect(Collectors.joining());
        out.println("#" + number + " (" + axes + difficulty.effort() + " " + difficulty.unit() + ")");
        out.println(problem.prompt());
        if (solve) {
            WorkedSolution solution = task.workedSolutions()
                    .write(problem, CounterRandom.of(selection.seed(), number).sequence());
            out.println();
            out.println(solution.thought().strip());
            out.println("Answer: " + solution.answer());
        }
        out.println();
    }
}
