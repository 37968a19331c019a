package zeroone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import zeroone.cli.gallery.Gallery;
import zeroone.tasks.Task;

/** Prints the document of all tasks. */
@Command(
        name = "gallery",
        description = "Prints docs/TASKS.md: every domain with problems, a worked solution, verdicts and difficulty.")
final class TasksGalleryCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<Task> tasks;

    TasksGalleryCommand(Surroundings surroundings, List<Task> tasks) {
        this.surroundings = surroundings;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public Integer call() {
        surroundings.out().print(new Gallery(tasks).markdown());
        return 0;
    }
}
