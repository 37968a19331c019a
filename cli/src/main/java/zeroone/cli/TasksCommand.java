package zeroone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import zeroone.cli.gallery.Domain;
import zeroone.tasks.Task;

/** Lists the tasks; its subcommands show, export and document them. */
@Command(
        name = "tasks",
        description = {
            "Lists the tasks, domain by domain. 'tasks show' prints problems of one, 'tasks export' writes them to a file,",
            "'tasks gallery' prints the document of all of them."
        })
final class TasksCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<Task> tasks;

    private TasksCommand(Surroundings surroundings, List<Task> tasks) {
        this.surroundings = surroundings;
        this.tasks = List.copyOf(tasks);
    }

    /** The command with its subcommands. */
    static CommandLine of(Surroundings surroundings, List<Task> tasks) {
        return new CommandLine(new TasksCommand(surroundings, tasks))
                .addSubcommand(new TasksShowCommand(surroundings, tasks))
                .addSubcommand(new TasksExportCommand(surroundings, tasks))
                .addSubcommand(new TasksGalleryCommand(surroundings, tasks));
    }

    @Override
    public Integer call() {
        List<Domain> domains = Domain.of(tasks);
        int width = domains.stream()
                .mapToInt(domain -> domain.name().length())
                .max()
                .orElse(0);
        for (Domain domain : domains) {
            surroundings
                    .out()
                    .printf(
                            "%-" + width + "s  %s%n",
                            domain.name(),
                            String.join(
                                    " ", domain.tasks().stream().map(Task::name).toList()));
        }
        surroundings.out().println();
        surroundings
                .out()
                .println(domains.size() + " domains, " + tasks.size()
                        + " tasks. './zeroone tasks show NAME' shows problems of one.");
        return 0;
    }

    /**
     * The task with the given name.
     *
     * @throws UserException if there is none; the message lists those whose names are like it, or all
     */
    static Task find(List<Task> tasks, String name) {
        return tasks.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "there is no task " + name + "; there are " + String.join(", ", similar(tasks, name))));
    }

    private static List<String> similar(List<Task> tasks, String name) {
        List<String> names = tasks.stream().map(Task::name).toList();
        List<String> alike = names.stream()
                .filter(other -> name.length() >= 3 && other.startsWith(name.substring(0, 3)))
                .toList();
        return alike.isEmpty() ? names : alike;
    }
}
